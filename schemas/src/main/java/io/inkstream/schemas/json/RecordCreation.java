package io.inkstream.schemas.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.std.StdValueInstantiator;

/**
 * Calls a record's constructor through a handle that takes the arguments as they come, in an array. The library asks for
 * such a handle anew at each call, which was a quarter of the time that reading took.
 */
final class RecordCreation extends ValueInstantiators.Base {

    @Override
    public ValueInstantiator modifyValueInstantiator(
            DeserializationConfig config, BeanDescription.Supplier description, ValueInstantiator standard) {
        return standard instanceof StdValueInstantiator instantiator
                        && instantiator.getWithArgsCreator() != null
                        && description.getBeanClass().isRecord()
                ? new OfRecord(instantiator)
                : standard;
    }

    private static final class OfRecord extends StdValueInstantiator {
        private final MethodHandle constructor;

        OfRecord(StdValueInstantiator standard) {
            super(standard);
            this.constructor = constructor(standard);
        }

        private static MethodHandle constructor(StdValueInstantiator standard) {
            var creator = standard.getWithArgsCreator();
            var canonical = (java.lang.reflect.Constructor<?>) creator.getMember();
            try {
                canonical.setAccessible(true);
                return MethodHandles.lookup()
                        .unreflectConstructor(canonical)
                        .asSpreader(Object[].class, creator.getParameterCount())
                        .asType(MethodType.methodType(Object.class, Object[].class));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("a record that cannot be created: " + canonical.getDeclaringClass(), e);
            }
        }

        @Override
        public Object createFromObjectWith(DeserializationContext context, Object[] arguments) {
            try {
                return (Object) constructor.invokeExact(arguments);
            } catch (Throwable fault) {
                return context.handleInstantiationProblem(_valueClass, arguments, rewrapCtorProblem(context, fault));
            }
        }
    }
}
