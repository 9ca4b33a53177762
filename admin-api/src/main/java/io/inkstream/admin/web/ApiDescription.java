package io.inkstream.admin.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /api/openapi.json} says of all operations alike: the ways in, and that every error is a problem. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String KEY = "key";
    private static final String SESSION = "session";
    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info().title("Inkstream admin API").version("1"))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(KEY, way(SecurityScheme.In.HEADER, "X-Api-Key"))
                        .addSecuritySchemes(SESSION, way(SecurityScheme.In.COOKIE, "INKSTREAM_SESSION")))
                .addSecurityItem(new SecurityRequirement().addList(KEY))
                .addSecurityItem(new SecurityRequirement().addList(SESSION));
    }

    @Bean
    OpenApiCustomizer errorsAreProblems() {
        return api -> {
            api.getComponents().addSchemas(PROBLEM, problem());
            api.getPaths().values().forEach(path -> path.readOperations().forEach(ApiDescription::withProblems));
        };
    }

    private static void withProblems(Operation operation) {
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("Any error, told by its type.")
                                .content(new Content()
                                        .addMediaType(
                                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                                new MediaType().schema(new Schema<>().$ref(PROBLEM)))));
    }

    private static SecurityScheme way(SecurityScheme.In in, String name) {
        return new SecurityScheme().type(SecurityScheme.Type.APIKEY).in(in).name(name);
    }

    /** RFC 9457; further fields depend on the type. */
    private static Schema<?> problem() {
        return of("object")
                .addProperty("type", of("string"))
                .addProperty("title", of("string"))
                .addProperty("status", of("integer"))
                .addProperty("detail", of("string"))
                .addProperty("instance", of("string"))
                .additionalProperties(true);
    }

    /** As OpenAPI 3.1 writes it: the library's own classes for kinds of values speak 3.0. */
    private static Schema<?> of(String type) {
        return new Schema<>().types(Set.of(type));
    }
}
