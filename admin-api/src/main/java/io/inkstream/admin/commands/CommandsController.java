package io.inkstream.admin.commands;

import io.inkstream.admin.access.ApiKeyAuthentication;
import io.inkstream.admin.web.Problem;
import io.inkstream.schemas.RecordHeaders;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CommandsController {
    private static final Pattern COMMAND_ID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private final CommandDesk desk;

    CommandsController(CommandDesk desk) {
        this.desk = desk;
    }

    /** 200 with the outcome, 409 when the conversation rejected it, 202 with a place to look when it is not decided yet. */
    @PostMapping("/api/leads/{leadId}/commands")
    @ApiResponse(responseCode = "200", description = "decided and accepted", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "not decided yet", useReturnTypeSchema = true)
    ResponseEntity<CommandView> submit(
            @PathVariable String leadId,
            @RequestBody CommandRequest request,
            @RequestHeader(name = "X-Correlation-ID", required = false) @Nullable String correlationId,
            @RequestHeader(name = RecordHeaders.TRACEPARENT, required = false) @Nullable String traceparent,
            Authentication caller) {
        var commandId = request.commandId() == null ? UUID.randomUUID().toString() : request.commandId();
        if (!COMMAND_ID.matcher(commandId).matches()) {
            throw Problem.badRequest(
                    "bad-command", "commandId must be 1 to 100 letters, digits or . _ : -, best a UUID.");
        }
        var asker = new CommandDesk.Asker(caller.getName(), door(caller), Trace.said(correlationId, traceparent));
        return answer(desk.submit(leadId, commandId, request, asker));
    }

    /** Like the answer to the command itself. */
    @GetMapping("/api/commands/{commandId}")
    @ApiResponse(responseCode = "200", description = "decided and accepted", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "not decided yet", useReturnTypeSchema = true)
    ResponseEntity<CommandView> find(@PathVariable String commandId) {
        return answer(desk.find(commandId)
                .orElseThrow(() -> Problem.notFound("unknown-command-id", "No command of this id was seen.")));
    }

    private static ResponseEntity<CommandView> answer(CommandView command) {
        return switch (command.outcome()) {
            case ACCEPTED -> ResponseEntity.ok(command);
            case PENDING ->
                ResponseEntity.accepted()
                        .location(URI.create("/api/commands/" + command.commandId()))
                        .body(command);
            case REJECTED ->
                throw Problem.conflict("command-rejected", words(command, "The command was rejected."), facts(command));
            case FAILED ->
                throw Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "command-undecidable",
                        words(command, "The conversation could not decide it; see the dead letters."),
                        facts(command));
        };
    }

    private static String words(CommandView command, String otherwise) {
        return command.detail() == null || command.detail().isBlank() ? otherwise : command.detail();
    }

    private static Map<String, Object> facts(CommandView command) {
        var facts = new HashMap<String, Object>();
        facts.put("commandId", command.commandId());
        facts.put("outcome", command.outcome());
        facts.computeIfAbsent("reason", _ -> command.reason());
        facts.computeIfAbsent("leadId", _ -> command.leadId());
        facts.computeIfAbsent("version", _ -> command.version());
        facts.computeIfAbsent("leadStatus", _ -> command.status());
        return facts;
    }

    /** A browser's session, or a program with a key. */
    private static String door(Authentication caller) {
        return caller instanceof ApiKeyAuthentication ? "api" : "dashboard";
    }
}
