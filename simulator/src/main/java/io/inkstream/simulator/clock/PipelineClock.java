package io.inkstream.simulator.clock;

import io.inkstream.schemas.BusinessClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/** Moves the business clock of the simulator and of every other service together. */
final class PipelineClock {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final BusinessClock clock;
    private final ClockProperties properties;
    private final OffsetFile file;
    private final List<FollowsClock> followers;
    private final HttpClient http;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    PipelineClock(
            BusinessClock clock,
            ClockProperties properties,
            OffsetFile file,
            List<FollowsClock> followers,
            HttpClient http) {
        this.clock = clock;
        this.properties = properties;
        this.file = file;
        this.followers = List.copyOf(followers);
        this.http = http;
    }

    /** Answers when every service has the new time and what became due by it has been told to the pipeline. */
    Duration advance(Duration by) throws ServiceNotReached, InterruptedException {
        oneAtATime.lock();
        try {
            var offset = clock.offset().plus(by);
            file.write(offset);
            clock.moveTo(offset); // ours first: a signature from the future passes, one from the past may not
            tellAll(offset);
            followers.forEach(follower -> follower.clockAdvanced(properties.patience()));
            return offset;
        } finally {
            oneAtATime.unlock();
        }
    }

    private void tellAll(Duration offset) throws ServiceNotReached, InterruptedException {
        var failures = new ArrayList<ServiceNotReached>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = properties.members().stream()
                    .<Callable<Void>>map(member -> () -> tell(member, offset))
                    .toList();
            for (var told : threads.invokeAll(calls)) {
                try {
                    told.get();
                } catch (ExecutionException e) {
                    failures.add(
                            e.getCause() instanceof ServiceNotReached notReached
                                    ? notReached
                                    : new ServiceNotReached(URI.create("unknown"), String.valueOf(e.getCause())));
                }
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    private Void tell(URI member, Duration offset) throws ServiceNotReached, InterruptedException {
        var request = HttpRequest.newBuilder(member)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"offset\":\"" + offset + "\"}"))
                .build();
        var until = System.nanoTime() + properties.patience().toNanos();
        while (true) {
            var answer = attempt(request);
            if (answer.isEmpty()) {
                return null;
            }
            if (System.nanoTime() > until) {
                throw new ServiceNotReached(member, answer);
            }
            Thread.sleep(PAUSE); // a service that is just being restarted
        }
    }

    /** Why the member did not take it; empty when it did. */
    private String attempt(HttpRequest request) throws InterruptedException {
        try {
            var status = http.send(request, BodyHandlers.discarding()).statusCode();
            return status / 100 == 2 ? "" : "it answered " + status;
        } catch (IOException e) {
            return String.valueOf(e);
        }
    }
}
