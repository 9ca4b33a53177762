package io.inkstream.conversation.estimate;

/** Size classes of the price list, by area. */
public enum SizeClass {
    SMALL,
    MEDIUM,
    LARGE,
    XL;

    private static final double MEDIUM_FROM_CM2 = 50;
    private static final double LARGE_FROM_CM2 = 150;
    private static final double XL_FROM_CM2 = 300;

    static SizeClass ofArea(double cm2) {
        if (cm2 < MEDIUM_FROM_CM2) {
            return SMALL;
        }
        if (cm2 < LARGE_FROM_CM2) {
            return MEDIUM;
        }
        return cm2 < XL_FROM_CM2 ? LARGE : XL;
    }

    /** The next class up; hard work makes a piece large, never XL. */
    SizeClass bumped() {
        return switch (this) {
            case SMALL -> MEDIUM;
            case MEDIUM, LARGE -> LARGE;
            case XL -> XL;
        };
    }
}
