package io.inkstream.sheets.google;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How to reach Google.
 *
 * @param rootUrl where the Sheets API is; another one in tests and in standalone
 * @param credentialsFile the service account's key file (JSON); without one, calls are not signed, which only the simulator takes
 * @param tokenUri where tokens are fetched; the key file's own when absent
 * @param readTimeout large batches take seconds; Google itself gives up after 180 s
 */
@Validated
@ConfigurationProperties("inkstream.sheets.google")
public record GoogleProperties(
        @NotNull @DefaultValue("https://sheets.googleapis.com/")
        URI rootUrl,

        @Nullable Path credentialsFile,
        @Nullable URI tokenUri,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("60s") Duration readTimeout) {}
