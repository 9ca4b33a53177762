package io.inkstream.admin.deadletters;

import io.inkstream.admin.web.Problem;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RedriveController {
    private final RedriveDesk desk;

    RedriveController(RedriveDesk desk) {
        this.desk = desk;
    }

    /** Sends dead letters again, or counts what would be sent: 200 for a dry run, else 202 with a place to look. */
    @PostMapping("/api/dead-letters/redrive")
    @ApiResponse(responseCode = "200", description = "what would be done", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "begun", useReturnTypeSchema = true)
    ResponseEntity<Redrive> redrive(@RequestBody RedriveRequest request, Authentication caller) {
        var redrive = desk.begin(caller.getName(), request);
        return redrive.id() == null
                ? ResponseEntity.ok(redrive)
                : ResponseEntity.accepted()
                        .location(URI.create("/api/redrives/" + redrive.id()))
                        .body(redrive);
    }

    /** The latest redrives, newest first: who, why, what came of them. */
    @GetMapping("/api/redrives")
    List<Redrive> list() {
        return desk.list();
    }

    /** How one is doing. */
    @GetMapping("/api/redrives/{id}")
    Redrive find(@PathVariable long id) {
        return desk.find(id).orElseThrow(() -> Problem.notFound("unknown-redrive", "There is no such redrive."));
    }
}
