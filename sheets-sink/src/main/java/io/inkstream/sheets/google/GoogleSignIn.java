package io.inkstream.sheets.google;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpTransport;
import com.google.api.services.sheets.v4.SheetsScopes;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signs requests as the service account, or leaves them unsigned for the simulator. */
final class GoogleSignIn {
    private GoogleSignIn() {}

    static HttpRequestInitializer unsigned() {
        return request -> {};
    }

    /** Reads the key now, so that an unreadable or wrong file stops the start; tokens are fetched when first needed. */
    static HttpRequestInitializer serviceAccount(Path keyFile, @Nullable URI tokenUri, HttpTransport transport) {
        var account = key(keyFile).toBuilder()
                .setScopes(List.of(SheetsScopes.SPREADSHEETS))
                .setHttpTransportFactory(() -> transport)
                .setDefaultRetriesEnabled(false); // our own backoff decides; a hidden second one multiplies it
        if (tokenUri != null) {
            account.setTokenServerUri(tokenUri);
        }
        return new HttpCredentialsAdapter(account.build());
    }

    private static ServiceAccountCredentials key(Path keyFile) {
        try (var bytes = Files.newInputStream(keyFile)) {
            if (GoogleCredentials.fromStream(bytes) instanceof ServiceAccountCredentials account) {
                return account;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "inkstream.sheets.google.credentials-file: cannot read a service account's key from " + keyFile, e);
        }
        throw new IllegalStateException(
                "inkstream.sheets.google.credentials-file: " + keyFile + " is not a service account's key");
    }
}
