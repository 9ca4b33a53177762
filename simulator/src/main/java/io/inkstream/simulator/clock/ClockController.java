package io.inkstream.simulator.clock;

import io.inkstream.schemas.BusinessClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /sim/clock}: reads the business clock, and moves it for the whole pipeline. */
@RestController
@RequestMapping("/sim/clock")
class ClockController {
    private final BusinessClock clock;
    private final PipelineClock pipeline;

    ClockController(BusinessClock clock, PipelineClock pipeline) {
        this.clock = clock;
        this.pipeline = pipeline;
    }

    @GetMapping
    Map<String, String> read() {
        return Map.of(
                "offset", clock.offset().toString(), "now", clock.instant().toString());
    }

    @PostMapping("/advance")
    Map<String, String> advance(@RequestBody Map<String, String> wanted)
            throws ServiceNotReached, InterruptedException {
        pipeline.advance(Duration.parse(wanted.getOrDefault("by", "")));
        return read();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refuse(DateTimeException notADuration) {
        return ResponseEntity.badRequest().body(Map.of("error", "'by' is an ISO-8601 duration such as PT36H"));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> report(ServiceNotReached problem) {
        return ResponseEntity.status(HttpStatus.BAD_GATEWAY)
                .body(Map.of("error", String.valueOf(problem.getMessage())));
    }
}
