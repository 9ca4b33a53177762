package io.inkstream.outbound.operations;

import io.inkstream.outbound.Secret;
import java.util.Map;

/** Standalone's secrets stand in the source for all to read: any other profile refuses to start with one of them. */
final class PublicSecrets {
    private PublicSecrets() {}

    /** {@code secrets} by the name of their property. */
    static void refuse(boolean standalone, Map<String, Secret> secrets) {
        if (standalone) {
            return;
        }
        secrets.forEach((property, secret) -> {
            if (secret.isPublic()) {
                throw new IllegalStateException(
                        property + " is a public development secret; only the profile standalone accepts it");
            }
        });
    }
}
