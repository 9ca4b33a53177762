package io.inkstream.outbound.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.testkit.TestPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Instances that share a number's throughput never exceed it together. */
class RateLeasesIT {
    private static final PGSimpleDataSource DATABASE = new PGSimpleDataSource();
    private static final int PER_SECOND = 100;
    private static final Duration LONG = Duration.ofSeconds(2);

    @BeforeAll
    static void migrate() {
        var database = TestPostgres.freshDatabase();
        DATABASE.setUrl(database.jdbcUrl());
        DATABASE.setUser(database.user());
        DATABASE.setPassword(database.password());
        DATABASE.setCurrentSchema("sender");
        Flyway.configure()
                .dataSource(DATABASE)
                .schemas("sender")
                .locations("classpath:db/sender")
                .load()
                .migrate();
    }

    @Test
    void instances_together_getTheRateAndItsBurst() throws Exception {
        var granted = greedily("fast");

        assertThat(granted).isBetween(PER_SECOND, PER_SECOND + (int) LONG.toSeconds() * PER_SECOND + PER_SECOND / 2);
    }

    @Test
    void slowedNumber_getsHalf() throws Exception {
        leases().slow("slow", Duration.ofMinutes(1));

        var granted = greedily("slow");

        assertThat(granted)
                .isBetween(PER_SECOND / 2, (PER_SECOND + (int) LONG.toSeconds() * PER_SECOND) / 2 + PER_SECOND / 4);
    }

    @Test
    void emptyBucket_saysWhenToComeAgain() {
        var leases = leases();
        assertThat(leases.take("one", 1, 1)).isEqualTo(new RateLeases.Lot(1, 0));

        var second = leases.take("one", 1, 1);

        assertThat(second.granted()).isZero();
        assertThat(Duration.ofNanos(second.waitNanos())).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1));
    }

    private static int greedily(String number) throws Exception {
        var end = System.nanoTime() + LONG.toNanos();
        var instances = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 3; i++) {
            var leases = leases();
            instances.add(() -> {
                var sum = 0;
                while (System.nanoTime() < end) {
                    sum += leases.take(number, PER_SECOND, 10).granted();
                }
                return sum;
            });
        }
        var sum = 0;
        try (var threads = Executors.newFixedThreadPool(instances.size())) {
            for (var result : threads.invokeAll(instances)) {
                sum += result.get();
            }
        }
        return sum;
    }

    private static RateLeases leases() {
        return new RateLeases(new LedgerDatabase(DATABASE));
    }
}
