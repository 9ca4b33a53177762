package io.inkstream.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class CatalogueDocumentsTest {
    private static final Path DOCS = Path.of("../docs");

    @Test
    void topicsPage_isTheCatalogue() {
        new CheckedInFile(DOCS.resolve("topics.md")).mustBe(TopicsPage.markdown());
    }

    @Test
    void topicsPage_linksToFilesThatExist() {
        var links = Pattern.compile("\\]\\(([^)]+)\\)")
                .matcher(TopicsPage.markdown())
                .results()
                .map(link -> link.group(1))
                .toList();

        assertThat(links)
                .hasSizeGreaterThan(Topics.ALL.size())
                .allSatisfy(link -> assertThat(DOCS.resolve(link)).exists());
    }

    @Test
    void asyncApi_isTheCatalogueAndTheSchemas() {
        new CheckedInFile(DOCS.resolve("asyncapi.yaml")).mustBe(AsyncApiDocument.yaml());
    }

    @Test
    void asyncApi_isValidByAsyncApisOwnSchema() throws IOException {
        try (var schema = Objects.requireNonNull(getClass().getResourceAsStream("/asyncapi/asyncapi-3.0.0.json"))) {
            var text = new String(schema.readAllBytes(), StandardCharsets.UTF_8);

            var asyncApi = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(text);

            assertThat(asyncApi.validate(document())).isEmpty();
            assertThat(asyncApi.validate(((ObjectNode) document()).without("info")))
                    .isNotEmpty();
        }
    }

    @Test
    void asyncApi_whenItRefersToSomething_findsIt() {
        var document = document();

        assertThat(document.findValuesAsString("$ref"))
                .hasSizeGreaterThan(Topics.ALL.size())
                .allSatisfy(reference -> {
                    if (reference.startsWith("#")) {
                        assertThat(document.at(reference.substring(1)).isObject())
                                .as(reference)
                                .isTrue();
                    } else {
                        assertThat(Files.exists(DOCS.resolve(reference)))
                                .as(reference)
                                .isTrue();
                    }
                });
        assertThat(document.path("channels").propertyNames())
                .containsExactlyElementsOf(Topics.ALL.stream().map(Topic::name).toList());
    }

    private static JsonNode document() {
        return new YAMLMapper().readTree(AsyncApiDocument.yaml());
    }
}
