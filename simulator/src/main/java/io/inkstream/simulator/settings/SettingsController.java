package io.inkstream.simulator.settings;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /sim/settings}: reads the switches, and changes those that a request names. */
@RestController
@RequestMapping("/sim/settings")
class SettingsController {
    private final Settings settings;

    SettingsController(Settings settings) {
        this.settings = settings;
    }

    @GetMapping
    Switches read() {
        return settings.current();
    }

    @PostMapping
    Switches change(@RequestBody JsonNode named) {
        var now = settings.current();
        settings.change(new Switches(
                named.path("statuses").asBoolean(now.statuses()),
                named.path("rates").asBoolean(now.rates()),
                named.path("serviceWindow").asBoolean(now.serviceWindow()),
                named.path("sheetsQuota").asBoolean(now.sheetsQuota()),
                named.path("webhookRetries").asBoolean(now.webhookRetries()),
                named.path("keepSent").asBoolean(now.keepSent()),
                named.path("journal").asBoolean(now.journal())));
        return settings.current();
    }
}
