package io.inkstream.outbound.delivery;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What people see at once when they write; each costs a request per message.
 *
 * @param read their message is marked as read
 * @param typing with {@code read}: somebody seems to be typing, until the answer or for 25 seconds
 */
@ConfigurationProperties("inkstream.sender.marks")
public record MarkProperties(
        @DefaultValue("false") boolean read,
        @DefaultValue("false") boolean typing) {}
