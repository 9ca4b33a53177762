package io.inkstream.admin.studios;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** {@code location}: where the seed files are, such as {@code file:/etc/inkstream/studios/*.yml}; absent publishes nothing. */
@ConfigurationProperties("inkstream.admin.studios")
record StudioSeedProperties(@Nullable String location) {}
