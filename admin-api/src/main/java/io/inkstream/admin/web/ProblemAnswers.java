package io.inkstream.admin.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every failure into a problem body; what is not expected says nothing of its inside. */
@RestControllerAdvice
class ProblemAnswers extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
    private static final String RETRY_SECONDS = "5";

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        QueryTimeoutException.class,
        CannotGetJdbcConnectionException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<ProblemDetail> databaseAway(Exception problem) {
        LOG.warn("database not available for a request: {}", problem.getClass().getSimpleName());
        var body = Problem.body(
                HttpStatus.SERVICE_UNAVAILABLE, "database-unavailable", "The database does not answer; try again.");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", RETRY_SECONDS)
                .body(body);
    }

    @ExceptionHandler(RuntimeException.class)
    ResponseEntity<ProblemDetail> unexpected(RuntimeException problem) {
        if (problem instanceof AccessDeniedException denied) {
            throw denied; // Spring Security answers it
        }
        LOG.error("request failed", problem);
        return ResponseEntity.internalServerError()
                .body(Problem.body(
                        HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Something broke; it has been logged."));
    }
}
