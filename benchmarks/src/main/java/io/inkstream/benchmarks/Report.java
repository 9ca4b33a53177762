package io.inkstream.benchmarks;

import io.inkstream.schemas.json.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures of one run, as a table for people and as JSON for comparing runs. */
final class Report {
    private final PrintStream out;
    private final List<Figure> figures = new ArrayList<>();

    /** One figure. {@code met} is absent where there is no target. */
    record Figure(
            String scenario,
            String what,
            double value,
            String unit,
            @Nullable String target,
            @Nullable Boolean met) {}

    Report(PrintStream out) {
        this.out = out;
    }

    void plain(String scenario, String what, double value, String unit) {
        add(new Figure(scenario, what, value, unit, null, null));
    }

    void atLeast(String scenario, String what, double value, String unit, double target) {
        add(new Figure(scenario, what, value, unit, ">= " + number(target), value >= target));
    }

    void atMost(String scenario, String what, double value, String unit, double target) {
        add(new Figure(scenario, what, value, unit, "<= " + number(target), value <= target));
    }

    private void add(Figure figure) {
        figures.add(figure);
        out.println(line(figure));
    }

    /** True when every figure with a target meets it. */
    boolean allMet() {
        return figures.stream().allMatch(figure -> figure.met() == null || figure.met());
    }

    void print() {
        out.println();
        out.println(String.format(
                Locale.ROOT, "%-10s %-52s %12s %-8s %-14s", "scenario", "figure", "value", "unit", "target"));
        figures.forEach(figure -> out.println(line(figure)));
    }

    void write(Path file) throws IOException {
        var content = new LinkedHashMap<String, Object>();
        content.put("at", Instant.now());
        content.put("cores", Runtime.getRuntime().availableProcessors());
        content.put("java", Runtime.version().toString());
        content.put("figures", figures);
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        Files.write(file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
        out.println("written to " + file);
    }

    private static String line(Figure figure) {
        var verdict = figure.met() == null ? "" : figure.met() ? "met" : "MISSED";
        return String.format(
                Locale.ROOT,
                "%-10s %-52s %12s %-8s %-14s %s",
                figure.scenario(),
                figure.what(),
                number(figure.value()),
                figure.unit(),
                figure.target() == null ? "" : figure.target(),
                verdict);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 1_000 ? "%,.0f" : "%.2f", value);
    }
}
