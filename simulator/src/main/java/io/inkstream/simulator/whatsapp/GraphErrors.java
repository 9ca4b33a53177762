package io.inkstream.simulator.whatsapp;

import io.inkstream.simulator.faults.ErrorCatalogue;
import io.inkstream.simulator.http.Answer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The errors of message sends, word for word. */
final class GraphErrors implements ErrorCatalogue {
    static final GraphError TOKEN_EXPIRED =
            GraphError.of(401, 190, "Access token has expired", "Error validating access token: Session has expired.");
    static final GraphError INVALID_PARAMETER = new GraphError(400, 100, 2494010, "Invalid parameter", null, false);
    static final GraphError UNKNOWN_OBJECT = new GraphError(
            400,
            100,
            33,
            "Unsupported post request. Object does not exist, cannot be loaded due to missing permissions, or does not"
                    + " support this operation.",
            null,
            false);
    static final GraphError PARAMETER_VALUE =
            GraphError.of(400, 131009, "Parameter value is not valid", "Parameter value is not valid");
    static final GraphError PARAMETER_MISSING =
            GraphError.of(400, 131008, "Required parameter is missing", "A required parameter is missing.");
    static final GraphError THROUGHPUT =
            GraphError.of(400, 130429, "Rate limit hit", "Cloud API message throughput has been reached.");
    static final GraphError PAIR_RATE = GraphError.of(
            400,
            131056,
            "(Business Account, Consumer Account) pair rate limit hit",
            "Message failed to send because there were too many messages sent from this phone number to the same phone"
                    + " number in a short period of time.");
    static final GraphError WINDOW_CLOSED = GraphError.of(
            400,
            131047,
            "Re-engagement message",
            "Message failed to send because more than 24 hours have passed since the customer last replied to this"
                    + " number.");
    static final GraphError TO_SELF = GraphError.of(
            400, 131021, "Recipient cannot be sender", "The recipient phone number is the sender phone number.");
    static final GraphError NO_BSUID = GraphError.of(
            400,
            131062,
            "BSUID recipient not supported",
            "Business-scoped User ID (BSUID) recipients are not supported for this message.");
    static final GraphError TEMPLATE_UNKNOWN = GraphError.of(
            404,
            132001,
            "Template name does not exist in the translation",
            "template name (unknown) does not exist in en_GB");
    static final GraphError TEMPLATE_PARAMETERS = GraphError.of(
            400,
            132000,
            "Number of parameters does not match the expected number of params",
            "body: number of localizable_params does not match the expected number of params");
    static final GraphError TEMPLATE_PARAMETER_FORMAT = GraphError.of(
            400,
            132018,
            "There is an issue with the parameters in your template",
            "Param text cannot have new-line/tab characters or more than 4 consecutive spaces");
    static final GraphError TEMPLATE_PAUSED = GraphError.of(
            400, 132015, "Template is Paused", "Template is paused due to low quality so it cannot be sent.");
    static final GraphError TEMPLATE_DISABLED = GraphError.of(
            400,
            132016,
            "Template is Disabled",
            "Template has been paused too many times and is permanently disabled.");

    private static final GraphError UNKNOWN =
            GraphError.of(500, 131000, "Something went wrong", "Message failed to send due to an unknown error.");
    private static final GraphError DOWN =
            new GraphError(503, 2, null, "API Service", "Temporary due to downtime or due to being overloaded.", true);
    private static final GraphError BLOCKED = GraphError.of(
            403,
            368,
            "Temporarily blocked for policies violations",
            "The WhatsApp Business Account has been restricted.");

    private static final Map<Integer, GraphError> BY_CODE = List.of(
                    TOKEN_EXPIRED,
                    INVALID_PARAMETER,
                    PARAMETER_VALUE,
                    PARAMETER_MISSING,
                    THROUGHPUT,
                    PAIR_RATE,
                    WINDOW_CLOSED,
                    TO_SELF,
                    NO_BSUID,
                    TEMPLATE_UNKNOWN,
                    TEMPLATE_PARAMETERS,
                    TEMPLATE_PARAMETER_FORMAT,
                    TEMPLATE_PAUSED,
                    TEMPLATE_DISABLED,
                    UNKNOWN,
                    DOWN,
                    BLOCKED,
                    new GraphError(400, 1, null, "An unknown error occurred", null, false),
                    GraphError.of(403, 10, "Permission Denied", "The app lacks a permission for this call."),
                    GraphError.of(
                            400,
                            4,
                            "Application request limit reached",
                            "The app has reached its API call rate limit."),
                    GraphError.of(
                            400,
                            80007,
                            "Rate limit issues",
                            "The WhatsApp Business Account has reached its rate limit."),
                    GraphError.of(
                            400,
                            131048,
                            "Spam rate limit hit",
                            "Message failed to send because there are restrictions on how many messages can be sent from"
                                    + " this phone number."),
                    GraphError.of(400, 131026, "Message undeliverable", "Message Undeliverable."),
                    new GraphError(
                            500, 131016, null, "Service unavailable", "A service is temporarily unavailable.", true),
                    GraphError.of(
                            500, 131057, "Account in maintenance mode", "Business account is in maintenance mode."),
                    GraphError.of(
                            400,
                            131049,
                            "This message was not delivered to maintain healthy ecosystem engagement.",
                            "In order to maintain a healthy ecosystem engagement, the message failed to be delivered."),
                    GraphError.of(
                            400,
                            131050,
                            "User has stopped marketing messages",
                            "The recipient has stopped receiving marketing messages from this business."),
                    GraphError.of(
                            400,
                            130472,
                            "User's number is part of an experiment",
                            "Failed to send message because this user's phone number is part of an experiment."))
            .stream()
            .collect(Collectors.toUnmodifiableMap(GraphError::code, Function.identity()));

    @Override
    public Answer error(int status, @Nullable String code) {
        var known = code == null ? null : BY_CODE.get(Integer.parseInt(code));
        if (known != null) {
            return known.answer();
        }
        return switch (status) {
            case 400 -> PARAMETER_VALUE.answer();
            case 401 -> TOKEN_EXPIRED.answer();
            case 403 -> BLOCKED.answer();
            case 404 -> TEMPLATE_UNKNOWN.answer();
            case 429 ->
                new GraphError(429, THROUGHPUT.code(), null, THROUGHPUT.title(), THROUGHPUT.details(), false).answer();
            case 502 -> Answer.text(502, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>");
            case 503 -> DOWN.answer();
            default -> new GraphError(status, UNKNOWN.code(), null, UNKNOWN.title(), UNKNOWN.details(), false).answer();
        };
    }
}
