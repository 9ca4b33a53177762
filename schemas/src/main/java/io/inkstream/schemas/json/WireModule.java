package io.inkstream.schemas.json;

import java.time.Instant;
import tools.jackson.databind.module.SimpleModule;

/** What our records need all the time, in a faster way than the library's general one; the JSON is the same. */
final class WireModule extends SimpleModule {
    WireModule() {
        addDeserializer(Instant.class, new InstantReading());
        addSerializer(Instant.class, new InstantWriting());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addValueInstantiators(new RecordCreation());
    }
}
