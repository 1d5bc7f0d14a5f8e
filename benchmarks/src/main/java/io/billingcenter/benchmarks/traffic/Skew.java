package io.billingcenter.benchmarks.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** The distribution of records over workspaces. */
public enum Skew {
    /** Every workspace has the same number. */
    EVEN(workspaces -> number -> 1),
    /** The n-th workspace has 1/n of the first. */
    ZIPF(workspaces -> number -> Skew.ZIPF_WEIGHT / (number + 1)),
    /** The first workspace has 90 % of all. */
    GIANT(workspaces -> number -> number == 0 ? 9L * Math.max(1, workspaces - 1) : 1),
    /** Every workspace has about 20; the number of workspaces follows from that. */
    TINY(workspaces -> number -> 1) {
        @Override
        int workspaces(long records, int asked) {
            return Math.toIntExact(Math.max(1, records / RECORDS_OF_A_TINY_ONE));
        }
    };

    private static final long ZIPF_WEIGHT = 1_000_000_000;
    private static final long RECORDS_OF_A_TINY_ONE = 20;

    /** The weight of a workspace among a number of workspaces. */
    private interface Weights {
        IntToLongFunction among(int workspaces);
    }

    private final Weights weights;

    Skew(Weights weights) {
        this.weights = weights;
    }

    /** Returns the number of workspaces if that number was requested. */
    int workspaces(long records, int asked) {
        return asked;
    }

    /** Returns the number of records of every workspace. They add up to the total; remainders go to the first. */
    List<Long> shares(long records, int asked) {
        int workspaces = workspaces(records, asked);
        IntToLongFunction weight = weights.among(workspaces);
        long total = IntStream.range(0, workspaces).mapToLong(weight).sum();
        List<Long> shares = new ArrayList<>(workspaces);
        long given = 0;
        for (int number = 0; number < workspaces; number++) {
            long share = Math.multiplyExact(records, weight.applyAsLong(number)) / total;
            shares.add(share);
            given += share;
        }
        shares.set(0, shares.get(0) + records - given);
        return shares;
    }
}
