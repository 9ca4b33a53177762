package io.inkstream.outbound;

/** A setting that must never be printed. */
public record Secret(String value) {
    private static final String PUBLIC_PREFIX = "inkstream-dev-";

    /** The way a setting becomes one. */
    public static Secret of(String value) {
        return new Secret(value);
    }

    /** Fixed and published with the source: for standalone only. */
    public boolean isPublic() {
        return value.startsWith(PUBLIC_PREFIX);
    }

    @Override
    public String toString() {
        return "***";
    }
}
