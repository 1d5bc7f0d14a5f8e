package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.invoicing.CloseFinding.Effect;
import io.billingcenter.domain.time.BillingMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The findings against closing a month, and those for information only. The list is empty for a month without postings
 * or nights.
 */
public record CloseChecklist(BillingMonth month, List<CloseFinding> findings) {

    /** Copies and sorts the findings. */
    public CloseChecklist {
        findings = findings.stream().sorted(CloseFinding.ORDER).toList();
    }

    /** Returns the checklist that follows from the facts. */
    public static CloseChecklist of(CloseFacts facts) {
        return new CloseChecklist(facts.month(), facts.findings());
    }

    /** Returns the findings that prevent the close, given the accepted reasons. */
    public List<CloseFinding> against(Set<CloseReason> accepted) {
        return findings.stream()
                .filter(finding -> finding.effect() == Effect.FORBIDS
                        || finding.effect() == Effect.BLOCKS && !accepted.contains(finding.reason()))
                .toList();
    }

    /** Returns the blocking findings that are accepted. */
    public List<CloseFinding> accepted(Set<CloseReason> accepted) {
        return findings.stream()
                .filter(finding -> finding.effect() == Effect.BLOCKS && accepted.contains(finding.reason()))
                .toList();
    }

    /** Returns the SHA-256 digest of the list, which identifies the list that a person accepted. */
    public String digest() {
        return Digests.sha256(findings.stream()
                .map(finding -> finding.effect().text() + '|' + finding.text() + '\n')
                .collect(Collectors.joining("", month + "\n", "")));
    }
}
