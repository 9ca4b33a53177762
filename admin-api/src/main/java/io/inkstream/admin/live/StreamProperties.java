package io.inkstream.admin.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The stream of news.
 *
 * @param heartbeat a comment after this much silence, so that proxies and browsers keep the connection
 * @param coalesce at least this long between two events of one viewer
 * @param viewersMax open streams of this instance
 */
@ConfigurationProperties("inkstream.admin.stream")
record StreamProperties(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("250ms") Duration coalesce,
        @DefaultValue("500") int viewersMax) {}
