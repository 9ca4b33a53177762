package io.inkstream.acceptance;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium, without a window. Close it. */
final class Browser implements AutoCloseable {
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    static Browser start() {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        return new Browser(playwright, chromium);
    }

    Page page(int width, int height) {
        return chromium.newPage(new com.microsoft.playwright.Browser.NewPageOptions().setViewportSize(width, height));
    }

    private static Path executable() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("INKSTREAM_CHROMIUM")).orElse(""),
                        "/usr/bin/chromium",
                        "/usr/bin/google-chrome")
                .filter(path -> !path.isEmpty() && Files.isExecutable(Path.of(path)))
                .map(Path::of)
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("no Chromium: install it (apt install chromium) or set INKSTREAM_CHROMIUM"));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
