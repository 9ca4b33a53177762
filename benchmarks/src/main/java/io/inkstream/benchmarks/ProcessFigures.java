package io.inkstream.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** What a process and everything it started use, as Linux counts it. */
record ProcessFigures(Duration cpu, long residentBytes) {

    static ProcessFigures of(ProcessHandle process) {
        var cpu = Duration.ZERO;
        var resident = 0L;
        for (var each : Stream.concat(Stream.of(process), process.descendants()).toList()) {
            cpu = cpu.plus(each.info().totalCpuDuration().orElse(Duration.ZERO));
            resident += proportionalBytes(each.pid());
        }
        return new ProcessFigures(cpu, resident);
    }

    double residentMegabytes() {
        return residentBytes / 1e6;
    }

    /** Proportional set size: pages that several processes share (PostgreSQL's buffers) are counted once in all. */
    private static long proportionalBytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        } catch (NoSuchFileException e) {
            return 0; // it has just ended
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
