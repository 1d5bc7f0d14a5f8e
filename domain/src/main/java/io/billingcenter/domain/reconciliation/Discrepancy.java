package io.billingcenter.domain.reconciliation;

/**
 * Two stages that do not say the same.
 *
 * @param key where: workspace-day, file, meter, bill, ...
 */
public record Discrepancy(ControlLevel level, String key, String left, String right) {

    @Override
    public String toString() {
        return level.code() + ", " + key + ": " + level.left() + " " + left + ", " + level.right() + " " + right;
    }
}
