package io.billingcenter.domain.runs;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Extracts the line that describes the failure from the recorded exit description of a run. */
public final class FailureLine {

    private static final Pattern EXCEPTION = Pattern.compile("(?:Caused by: )?(?:[\\w$]+\\.)+([\\w$]+)(?:: (.*))?");
    private static final String OUR_WORDS = "Expected ";
    private static final String OURS = "io.billingcenter.";

    private FailureLine() {}

    /**
     * Returns the first line with a message of this application, or the first line of the text if there is none.
     *
     * @param trace message or stack trace, possibly truncated
     */
    public static String of(String trace) {
        List<String> lines =
                trace.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        for (String line : lines) {
            Matcher exception = EXCEPTION.matcher(line);
            if (exception.matches()
                    && exception.group(2) != null
                    && exception.group(2).startsWith(OUR_WORDS)) {
                return exception.group(2);
            }
        }
        return lines.isEmpty() ? "" : withoutPackage(lines.get(0));
    }

    private static String withoutPackage(String line) {
        Matcher exception = EXCEPTION.matcher(line);
        if (!exception.matches()) {
            return line;
        }
        if (line.startsWith(OURS) && exception.group(2) != null) {
            return exception.group(2);
        }
        return exception.group(2) == null ? exception.group(1) : exception.group(1) + ": " + exception.group(2);
    }
}
