package io.billingcenter.domain.fapiao;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A request with its results.
 *
 * @param results results in any order
 */
public record FapiaoStatus(FapiaoRequest request, List<FapiaoResult> results) {

    /** Results of one request: a failure is overtaken by a fapiao, and a fapiao by the red one that takes it back. */
    private static final List<FapiaoState> ORDER = List.of(
            FapiaoState.REQUESTED,
            FapiaoState.FAILED,
            FapiaoState.ISSUED,
            FapiaoState.RED_REQUESTED,
            FapiaoState.RED_ISSUED);

    /** Copies the results. */
    public FapiaoStatus {
        results = List.copyOf(results);
    }

    /** Returns the result that decides the state, if there is one. */
    public Optional<FapiaoResult> decisive() {
        return results.stream()
                .max(Comparator.<FapiaoResult>comparingInt(result -> ORDER.indexOf(result.state()))
                        .thenComparing(FapiaoResult::number));
    }

    /** Returns the state. */
    public FapiaoState state() {
        return decisive().map(FapiaoResult::state).orElse(FapiaoState.REQUESTED);
    }

    /** Returns whether the fapiao still has to be issued, so that the request is part of the workbook. */
    public boolean isOpen() {
        return state() == FapiaoState.REQUESTED || state() == FapiaoState.FAILED;
    }
}
