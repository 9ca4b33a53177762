package io.inkstream.sheets.flush;

import io.inkstream.sheets.google.GoogleProperties;
import io.inkstream.sheets.google.GoogleSheets;
import io.inkstream.sheets.kafka.Alerts;
import io.inkstream.sheets.kafka.DeadLetters;
import io.inkstream.sheets.kafka.WholeLog;
import io.inkstream.sheets.store.DueRows;
import io.inkstream.sheets.store.DueSignal;
import io.inkstream.sheets.store.Leadership;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FlushConfiguration {

    @Bean
    GoogleSheets googleSheets(GoogleProperties settings) {
        return GoogleSheets.connect(settings);
    }

    /** Every studio with a sheet, by its slug. */
    record Figures(Map<String, FlushMetrics> byStudio) {}

    @Bean
    Figures figures(SheetsProperties settings, MeterRegistry registry) {
        var figures = new HashMap<String, FlushMetrics>();
        settings.studios().keySet().forEach(studio -> figures.put(studio, new FlushMetrics(registry, studio)));
        return new Figures(Map.copyOf(figures));
    }

    @Bean
    SheetsHealth sheetsHealthIndicator(Figures figures) {
        return new SheetsHealth(figures.byStudio());
    }

    @Bean
    FlushParts flushParts(
            DueRows dueRows, DueSignal signal, Leadership leadership, DeadLetters deadLetters, Alerts alerts) {
        return new FlushParts(dueRows, signal, leadership, deadLetters, alerts);
    }

    @Bean
    SheetsFlush sheetsFlush(SheetsProperties settings, GoogleSheets google, Figures figures, FlushParts parts) {
        var quota = new WriteQuota(settings.writesPerMinute(), parts.signal());
        var workers = new HashMap<String, SheetWorker>();
        figures.byStudio().forEach((studio, metrics) -> {
            var sheet = settings.sheetOf(studio);
            var tab = new MeteredTab(google.tab(sheet.spreadsheetId(), sheet.tab()), quota, metrics);
            workers.put(studio, new SheetWorker(studio, settings, tab, parts, metrics));
        });
        return new SheetsFlush(workers, parts.signal(), parts.leadership());
    }

    @Bean
    SheetsEndpoint sheetsEndpoint(SheetsProperties settings, GoogleSheets google, DueRows dueRows, WholeLog log) {
        return new SheetsEndpoint(new SheetInspection(settings, google, dueRows), log, dueRows);
    }
}
