package io.billingcenter.domain.reconciliation;

/**
 * A difference between two stages.
 *
 * @param key subject of the comparison, such as a workspace-day, file, meter or bill
 */
public record Discrepancy(ControlLevel level, String key, String left, String right) {

    @Override
    public String toString() {
        return level.code() + ", " + key + ": " + level.left() + " " + left + ", " + level.right() + " " + right;
    }
}
