package io.inkstream.admin.replay;

import io.inkstream.admin.web.Problem;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/replay/projections")
class ReplayController {
    private final ReplayDesk desk;

    ReplayController(ReplayDesk desk) {
        this.desk = desk;
    }

    /** {@code dryRun}: rebuild and compare, but keep the live tables. */
    record Request(@Nullable Boolean dryRun) {}

    /** Rebuilds the tables from the log beside the live ones, compares row by row, swaps. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<Replay> begin(@RequestBody(required = false) @Nullable Request request, Authentication caller) {
        var dryRun = request != null && Boolean.TRUE.equals(request.dryRun());
        var replay = desk.begin(caller.getName(), dryRun);
        return ResponseEntity.accepted()
                .location(URI.create("/api/replay/projections/" + replay.id()))
                .body(replay);
    }

    /** The latest rebuilds, newest first. */
    @GetMapping
    List<Replay> list() {
        return desk.list();
    }

    /** How one is doing. */
    @GetMapping("/{id}")
    Replay find(@PathVariable long id) {
        return desk.find(id).orElseThrow(() -> Problem.notFound("unknown-replay", "There is no such rebuild."));
    }
}
