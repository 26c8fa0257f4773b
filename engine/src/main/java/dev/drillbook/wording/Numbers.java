package dev.drillbook.wording;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Shares, counts and plain numbers as people read them. */
public final class Numbers {
    private Numbers() {}

    /** @param ofOne from 0 to 1 @return such as {@code 36.4 %} */
    public static String share(double ofOne) {
        return String.format(Locale.ROOT, "%.1f %%", ofOne * 100);
    }

    /** @return such as {@code 11,204} */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** @return with one digit after the point, such as {@code 1,204.5} */
    public static String decimal(double number) {
        return String.format(Locale.ROOT, "%,.1f", number);
    }

    /** @return such as {@code 1,204.5}; below 1 with two digits that count, such as {@code 0.033} */
    public static String amount(double number) {
        if (number <= 0 || number >= 1) return decimal(number);
        return new BigDecimal(number).round(new MathContext(2)).toPlainString();
    }

    /** @return such as {@code 1 hint}, {@code 2 hints} */
    public static String count(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }
}
