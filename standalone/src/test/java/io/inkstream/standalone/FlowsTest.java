package io.inkstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topic.Service;
import io.inkstream.schemas.topics.Topics;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The catalogue says who writes and who reads each topic; the services' code says which topics they touch. Nobody else
 * spells a topic's name, so the code's references to the catalogue's constants are all there is.
 */
class FlowsTest {
    /** A class that depends on one of these writes: Kafka's record and Spring's sender, and what two services wrap them in. */
    private static final Set<String> WRITING = Set.of(
            "org.apache.kafka.clients.producer.ProducerRecord",
            "org.springframework.kafka.core.KafkaOperations",
            "io.inkstream.ingress.publish.Outgoing",
            "io.inkstream.conversation.streams.topology.Output");

    private static final JavaClasses PRODUCTION =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.inkstream");

    @ParameterizedTest
    @EnumSource
    void service_touchesTheTopicsTheCatalogueSays_andNoOther(Service service) {
        var said = new TreeSet<>(catalogue(service, Topic::writers));
        said.addAll(catalogue(service, Topic::readers));

        assertThat(touched(packageOf(service), _ -> true)).isEqualTo(said);
    }

    @Test
    void simulator_touchesNone() {
        assertThat(touched("io.inkstream.simulator", _ -> true)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void service_writesWhatTheCatalogueSays(Service service) {
        assertThat(touched(packageOf(service), FlowsTest::writes)).containsAll(catalogue(service, Topic::writers));
    }

    @ParameterizedTest
    @EnumSource
    void service_readsWhatTheCatalogueSays(Service service) {
        assertThat(touched(packageOf(service), FlowsTest::reads)).containsAll(catalogue(service, Topic::readers));
    }

    private static Set<String> catalogue(Service service, Function<Topic<?>, List<Service>> side) {
        return Topics.ALL.stream()
                .filter(topic -> side.apply(topic).contains(service))
                .map(Topic::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The topics whose constants the chosen classes of a service mention. */
    private static Set<String> touched(String servicePackage, Predicate<JavaClass> chosen) {
        var inside = servicePackage + ".";
        return PRODUCTION.stream()
                .filter(type -> type.getName().startsWith(inside))
                .filter(chosen)
                .flatMap(type -> type.getFieldAccessesFromSelf().stream())
                .filter(access -> access.getTargetOwner().isEquivalentTo(Topics.class))
                .map(JavaAccess::getName)
                .filter(constant -> !constant.equals("ALL"))
                .map(FlowsTest::topic)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String packageOf(Service service) {
        return switch (service) {
            case INGRESS -> "io.inkstream.ingress";
            case PROCESSOR -> "io.inkstream.conversation";
            case SENDER -> "io.inkstream.outbound";
            case SHEETS_SINK -> "io.inkstream.sheets";
            case ADMIN_API -> "io.inkstream.admin";
        };
    }

    private static String topic(String constant) {
        try {
            return ((Topic<?>) Topics.class.getField(constant).get(null)).name();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no such topic: " + constant, e);
        }
    }

    private static boolean writes(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency ->
                        WRITING.contains(dependency.getTargetClass().getName()));
    }

    /** Parses records of the topics it mentions, or hands them to a projection that does. */
    private static boolean reads(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getName().equals("read")
                                && call.getTarget().getFullName().contains(Topic.class.getName()))
                || type.getConstructorCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().getSimpleName().endsWith("Projection"));
    }
}
