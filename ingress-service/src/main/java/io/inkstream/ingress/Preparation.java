package io.inkstream.ingress;

import io.inkstream.ingress.publish.Publisher;
import io.inkstream.ingress.tables.TableFollower;
import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.TopicCreation;
import io.inkstream.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * What must be done before the first webhook: wait until the cluster has the catalogue's topics with fitting partition
 * counts, read the identity and studio tables to their end, learn where to write. Meanwhile webhooks get 503.
 */
final class Preparation implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Preparation.class);
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(1);
    private static final List<String> WRITTEN = Stream.of(
                    Topics.INBOUND,
                    Topics.STATUSES,
                    Topics.ACCOUNT,
                    Topics.PAYMENTS,
                    Topics.PAYMENTS_UNMATCHED,
                    Topics.UNROUTABLE,
                    Topics.SYSTEM_EVENTS)
            .map(Topic::name)
            .toList();

    private final Admin admin;
    private final Publisher publisher;
    private final TableFollower tables;
    private final Readiness readiness;
    private final Thread thread = Thread.ofVirtual().name("ingress-preparation").unstarted(this::prepare);
    private volatile boolean running;

    Preparation(Admin admin, Publisher publisher, TableFollower tables, Readiness readiness) {
        this.admin = admin;
        this.publisher = publisher;
        this.tables = tables;
        this.readiness = readiness;
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void prepare() {
        try {
            awaitTopics();
            readiness.waitFor("the identity and studio tables");
            tables.start();
            if (!tables.awaitCaughtUp()) {
                return;
            }
            readiness.waitFor("the partitions of the topics to write to");
            while (!knowsWhereToWrite()) {
                Thread.sleep(BETWEEN_CHECKS);
            }
            readiness.prepared();
            log.atInfo().log("tables read; webhooks are let in as soon as a studio is served");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the service is being stopped
        }
    }

    private void awaitTopics() throws InterruptedException {
        var last = "";
        for (var problem = topicProblem(); !problem.isEmpty(); problem = topicProblem()) {
            readiness.waitFor(problem);
            if (!problem.equals(last)) {
                log.atWarn().addKeyValue("outcome", problem).log("waiting for the topics");
                last = problem;
            }
            Thread.sleep(BETWEEN_CHECKS);
        }
    }

    private boolean knowsWhereToWrite() {
        try {
            publisher.warmUp(WRITTEN);
            return true;
        } catch (KafkaException e) {
            log.atWarn().addKeyValue("outcome", e.getMessage()).log("waiting for the broker");
            return false;
        }
    }

    /** Empty when the cluster is as the catalogue says. */
    private String topicProblem() {
        try {
            return String.join("; ", TopicCreation.problems(admin));
        } catch (IllegalStateException | KafkaException e) {
            return "the broker: " + e.getMessage();
        }
    }
}
