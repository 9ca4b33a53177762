package io.inkstream.sheets.google;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.sheets.v4.Sheets;

/** Opens tabs of spreadsheets, all over one client and one sign-in. */
public final class GoogleSheets {
    private static final String APPLICATION = "inkstream-sheets-sink";

    private final Sheets sheets;

    private GoogleSheets(Sheets sheets) {
        this.sheets = sheets;
    }

    /** A client that signs in as its settings say; nothing is called yet. */
    public static GoogleSheets connect(GoogleProperties settings) {
        var transport = new NetHttpTransport();
        return new GoogleSheets(new Sheets.Builder(
                        transport, GsonFactory.getDefaultInstance(), initializer(settings, signIn(settings, transport)))
                .setRootUrl(withSlash(settings.rootUrl().toString()))
                .setApplicationName(APPLICATION)
                .build());
    }

    public GoogleTab tab(String spreadsheetId, String tab) {
        return new GoogleTab(sheets, spreadsheetId, tab);
    }

    private static HttpRequestInitializer signIn(GoogleProperties settings, HttpTransport transport) {
        var keyFile = settings.credentialsFile();
        return keyFile == null
                ? GoogleSignIn.unsigned()
                : GoogleSignIn.serviceAccount(keyFile, settings.tokenUri(), transport);
    }

    /** One repeat is enough for a token that Google has revoked early; anything more is our own backoff's business. */
    private static HttpRequestInitializer initializer(GoogleProperties settings, HttpRequestInitializer signIn) {
        return request -> {
            signIn.initialize(request);
            request.setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()));
            request.setReadTimeout(Math.toIntExact(settings.readTimeout().toMillis()));
            request.setNumberOfRetries(1);
            request.setLoggingEnabled(false);
            request.setCurlLoggingEnabled(false);
        };
    }

    private static String withSlash(String url) {
        return url.endsWith("/") ? url : url + "/";
    }
}
