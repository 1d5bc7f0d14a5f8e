package io.billingcenter.readers.files.csv;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when files that people maintain are refused as a whole; carries all their faults. */
public class InvalidFilesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int MAX_SHOWN = 50;

    private final transient List<Problem> problems;

    /**
     * Creates a refusal with these faults; the message lists the first 50 of them.
     *
     * @param files description of the refused files
     * @param advice a sentence on how to correct them
     */
    protected InvalidFilesException(String files, List<Problem> problems, String advice) {
        super(message(files, problems, advice));
        this.problems = List.copyOf(problems);
    }

    /** Returns all faults, by file and line. */
    public List<Problem> problems() {
        return problems;
    }

    private static String message(String files, List<Problem> problems, String advice) {
        String shown = problems.stream()
                .limit(MAX_SHOWN)
                .map(Problem::toString)
                .collect(Collectors.joining("\n  ", "\n  ", ""));
        String rest = problems.size() > MAX_SHOWN ? "\n  and " + (problems.size() - MAX_SHOWN) + " more" : "";
        return "Refused " + files + ", " + problems.size() + (problems.size() == 1 ? " fault" : " faults") + ". "
                + advice + shown + rest;
    }
}
