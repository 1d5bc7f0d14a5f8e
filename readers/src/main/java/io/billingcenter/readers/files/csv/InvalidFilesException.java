package io.billingcenter.readers.files.csv;

import java.util.List;
import java.util.stream.Collectors;

/** Files that people keep are refused as a whole, with all their faults. */
public class InvalidFilesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int MOST_SHOWN = 50;

    private final transient List<Problem> problems;

    /**
     * A refusal with these faults; the message lists the first 50 of them.
     *
     * @param what the files that are refused, for people
     * @param advice what to do, a sentence
     */
    protected InvalidFilesException(String what, List<Problem> problems, String advice) {
        super(message(what, problems, advice));
        this.problems = List.copyOf(problems);
    }

    /** All faults, by file and line. */
    public List<Problem> problems() {
        return problems;
    }

    private static String message(String what, List<Problem> problems, String advice) {
        String shown = problems.stream()
                .limit(MOST_SHOWN)
                .map(Problem::toString)
                .collect(Collectors.joining("\n  ", "\n  ", ""));
        String rest = problems.size() > MOST_SHOWN ? "\n  and " + (problems.size() - MOST_SHOWN) + " more" : "";
        return "Refused " + what + ", " + problems.size() + (problems.size() == 1 ? " fault" : " faults") + ". "
                + advice + shown + rest;
    }
}
