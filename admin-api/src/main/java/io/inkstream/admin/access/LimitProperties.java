package io.inkstream.admin.access;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How often one client may call.
 *
 * @param authenticatedPerSecond steady rate of a key or a session
 * @param anonymousPerSecond steady rate of an address that showed neither
 * @param failedLoginsPerMinute wrong passwords from one address
 * @param clientsMax clients that are told apart; the longest silent is forgotten first
 * @param bodyMax the largest request body; a command is far smaller
 * @param trustedProxies addresses or networks whose X-Forwarded-For is believed
 */
@ConfigurationProperties("inkstream.admin.limits")
record LimitProperties(
        @DefaultValue("50") int authenticatedPerSecond,
        @DefaultValue("200") int authenticatedBurst,
        @DefaultValue("10") int anonymousPerSecond,
        @DefaultValue("50") int anonymousBurst,
        @DefaultValue("10") int failedLoginsPerMinute,
        @DefaultValue("10000") int clientsMax,
        @DefaultValue("64KB") DataSize bodyMax,
        @DefaultValue({}) List<String> trustedProxies) {}
