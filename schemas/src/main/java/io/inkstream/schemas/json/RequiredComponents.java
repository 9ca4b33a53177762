package io.inkstream.schemas.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.inkstream.schemas.WireRecord;
import java.lang.reflect.Constructor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * Holds the outside world to what our records promise the compiler: a component that is not {@code @Nullable} must be in the
 * JSON and must not be null there. Otherwise the absence would surface far from its cause.
 */
final class RequiredComponents extends NopAnnotationIntrospector {
    private static final String OURS = WireRecord.class.getPackageName();

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return required(member).orElse(null);
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
        return required(member).orElse(false) ? JsonSetter.Value.forValueNulls(Nulls.FAIL) : JsonSetter.Value.empty();
    }

    /** Empty for anything but a component of a record of this module. */
    private static Optional<Boolean> required(Annotated member) {
        if (member instanceof AnnotatedParameter parameter
                && parameter.getMember() instanceof Constructor<?> constructor
                && constructor.getDeclaringClass().isRecord()
                && constructor.getDeclaringClass().getPackageName().startsWith(OURS)) {
            var type = constructor.getAnnotatedParameterTypes()[parameter.getIndex()];
            return Optional.of(!type.isAnnotationPresent(Nullable.class));
        }
        return Optional.empty();
    }
}
