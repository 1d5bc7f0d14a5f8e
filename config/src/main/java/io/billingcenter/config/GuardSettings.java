package io.billingcenter.config;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the guards, prefix {@code billing.guard}. Shares are per cent. Every setting has a default, so an
 * installation without any of them is guarded as well.
 *
 * @param mode whether exceeding the night limits stops a run or is only reported
 */
public record GuardSettings(
        @DefaultValue("stop") Mode mode,
        @DefaultValue Reference reference,
        @DefaultValue Store store,
        @DefaultValue Silence silence,
        @DefaultValue Quarantine quarantine,
        @DefaultValue Account account,
        @DefaultValue Night night,
        @DefaultValue Report report) {

    /** The effect of exceeding the night limits. */
    public enum Mode {
        /** The run is stopped before anything is posted. */
        STOP,
        /** The run completes and reports that it needs attention. */
        REPORT
    }

    /** An amount for each currency; currencies other than USD use the CNY figure. */
    public record Amounts(BigDecimal cny, BigDecimal usd) {

        /** Returns the amount in the currency with that ISO code. */
        public BigDecimal in(String currency) {
            return currency.equals("USD") ? usd : cny;
        }
    }

    /**
     * Limits of a reference file that shrinks.
     *
     * @param shrunkShare per cent of the rows in force that may disappear
     * @param shrunkRows number of lost rows below which nothing is reported
     */
    public record Reference(
            @DefaultValue("20") int shrunkShare,
            @DefaultValue("5") int shrunkRows) {}

    /**
     * Limits that detect an unavailable traffic store.
     *
     * @param usualDays number of previous days on each of which folders are expected
     * @param usualWorkspaces number of charged workspaces with a folder expected on each of these days
     * @param unlistedShare per cent of the folders of the day that may be unlistable
     * @param unlistedFolders number of unlistable folders below which no run is stopped
     */
    public record Store(
            @DefaultValue("7") int usualDays,
            @DefaultValue("3") int usualWorkspaces,
            @DefaultValue("5") int unlistedShare,
            @DefaultValue("5") int unlistedFolders) {}

    /**
     * Limits of workspaces that become silent.
     *
     * @param usualDays days with files after which a day without any is a silence
     * @param longestDays days after which a silence ends by itself
     * @param chargeShare per cent of the previous day's charges that may become silent together
     * @param workspaces number of workspaces below which only charges count
     * @param workspaceShare per cent of the charged workspaces that may become silent together
     */
    public record Silence(
            @DefaultValue("7") int usualDays,
            @DefaultValue("31") int longestDays,
            @DefaultValue("1") int chargeShare,
            @DefaultValue("5") int workspaces,
            @DefaultValue("1") int workspaceShare) {}

    /**
     * Limits above which the quarantined records of a workspace-day need attention; both must be exceeded.
     *
     * @param records number of quarantined records
     * @param share per cent of the records of the workspace-day
     */
    public record Quarantine(
            @DefaultValue("100") int records,
            @DefaultValue("1") int share) {}

    /**
     * Limits of the usage charges of an account on a billing day; both must be exceeded.
     *
     * @param factor multiple of the median of the previous days
     * @param floorCny minimum amount in CNY and other currencies
     * @param floorUsd minimum amount in USD
     * @param historyDays number of billing days compared
     * @param leastDays minimum number of days rated above 0
     */
    public record Account(
            @DefaultValue("10") int factor,
            @DefaultValue("1000") BigDecimal floorCny,
            @DefaultValue("150") BigDecimal floorUsd,
            @DefaultValue("14") int historyDays,
            @DefaultValue("7") int leastDays) {

        /** Returns the minimum amount by currency. */
        public Amounts floor() {
            return new Amounts(floorCny, floorUsd);
        }
    }

    /**
     * Limits of a night.
     *
     * @param belowShare per cent of the median day that adjustments below zero may reach
     * @param belowFloorCny minimum amount of these adjustments, in CNY and other currencies
     * @param belowFloorUsd the same in USD
     * @param aboveShare per cent of the median day that adjustments above zero may reach
     * @param aboveFloorCny minimum amount of these adjustments, in CNY and other currencies
     * @param aboveFloorUsd the same in USD
     * @param adjustedShare per cent of the charged workspace-days that may have an adjustment below zero
     * @param adjustedDays number of workspace-days below which nothing is reported
     * @param usageFactor multiple of the median day that usage charges may reach
     * @param usageFactorLarge the same for a night with many charged accounts
     * @param largeAccounts number of accounts that counts as many
     * @param usageFloorCny minimum amount of usage charges, in CNY and other currencies
     * @param usageFloorUsd the same in USD
     * @param unusualShare per cent of the charged accounts that may be held as unusual
     * @param unusualAccounts number of accounts below which nothing is reported
     */
    public record Night(
            @DefaultValue("5") int belowShare,
            @DefaultValue("1000") BigDecimal belowFloorCny,
            @DefaultValue("150") BigDecimal belowFloorUsd,
            @DefaultValue("50") int aboveShare,
            @DefaultValue("10000") BigDecimal aboveFloorCny,
            @DefaultValue("1500") BigDecimal aboveFloorUsd,
            @DefaultValue("5") int adjustedShare,
            @DefaultValue("50") int adjustedDays,
            @DefaultValue("10") int usageFactor,
            @DefaultValue("4") int usageFactorLarge,
            @DefaultValue("50") int largeAccounts,
            @DefaultValue("10000") BigDecimal usageFloorCny,
            @DefaultValue("1500") BigDecimal usageFloorUsd,
            @DefaultValue("5") int unusualShare,
            @DefaultValue("10") int unusualAccounts) {

        /** Returns the minimum of adjustments below zero, by currency. */
        public Amounts belowFloor() {
            return new Amounts(belowFloorCny, belowFloorUsd);
        }

        /** Returns the minimum of adjustments above zero, by currency. */
        public Amounts aboveFloor() {
            return new Amounts(aboveFloorCny, aboveFloorUsd);
        }

        /** Returns the minimum of usage charges, by currency. */
        public Amounts usageFloor() {
            return new Amounts(usageFloorCny, usageFloorUsd);
        }
    }

    /**
     * Limits of findings that are only reported.
     *
     * @param recordShare per cent of an account's day that one record may contribute
     * @param recordFloorCny minimum amount of such a day, in CNY and other currencies
     * @param recordFloorUsd the same in USD
     * @param priceFactor factor by which a price may differ from the previous book
     */
    public record Report(
            @DefaultValue("50") int recordShare,
            @DefaultValue("1000") BigDecimal recordFloorCny,
            @DefaultValue("150") BigDecimal recordFloorUsd,
            @DefaultValue("3") int priceFactor) {

        /** Returns the minimum amount by currency. */
        public Amounts recordFloor() {
            return new Amounts(recordFloorCny, recordFloorUsd);
        }
    }
}
