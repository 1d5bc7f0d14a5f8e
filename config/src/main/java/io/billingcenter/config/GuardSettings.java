package io.billingcenter.config;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the guards, prefix {@code billing.guard}. Shares are per cent. Every setting has a default, so an installation
 * that has none of them is guarded as well.
 *
 * @param mode whether the night level stops a run or only reports
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

    /** Effect of the night level. */
    public enum Mode {
        /** The run is stopped before anything is posted. */
        STOP,
        /** The run goes through and ends with something to look at. */
        REPORT
    }

    /** An amount of money for each currency; other currencies than USD take the CNY figure. */
    public record Amounts(BigDecimal cny, BigDecimal usd) {

        /** The amount in the currency with that ISO code. */
        public BigDecimal in(String currency) {
            return currency.equals("USD") ? usd : cny;
        }
    }

    /**
     * Limits of a reference file that shrinks.
     *
     * @param shrunkShare per cent of the rows in force that may be lost
     * @param shrunkRows rows below which nothing is said
     */
    public record Reference(
            @DefaultValue("20") int shrunkShare,
            @DefaultValue("5") int shrunkRows) {}

    /**
     * Limits of a traffic store that is not there.
     *
     * @param usualDays days before, on each of which folders are expected
     * @param usualWorkspaces charged workspaces with a folder that are expected on each of these days
     * @param unlistedShare per cent of the folders of the day that may fail to be listed
     * @param unlistedFolders folders below which failures to list stop nothing
     */
    public record Store(
            @DefaultValue("7") int usualDays,
            @DefaultValue("3") int usualWorkspaces,
            @DefaultValue("5") int unlistedShare,
            @DefaultValue("5") int unlistedFolders) {}

    /**
     * Limits of workspaces that fall silent.
     *
     * @param usualDays days with files after which a day without any is a silence
     * @param longestDays days after which a silence ends by itself
     * @param chargeShare per cent of the charges of the day before that may fall silent together
     * @param workspaces workspaces below which only charges count
     * @param workspaceShare per cent of the charged workspaces that may fall silent together
     */
    public record Silence(
            @DefaultValue("7") int usualDays,
            @DefaultValue("31") int longestDays,
            @DefaultValue("1") int chargeShare,
            @DefaultValue("5") int workspaces,
            @DefaultValue("1") int workspaceShare) {}

    /**
     * Limits above which quarantined records of a workspace-day are something to look at; both must be exceeded.
     *
     * @param records quarantined records
     * @param share per cent of its records
     */
    public record Quarantine(
            @DefaultValue("100") int records,
            @DefaultValue("1") int share) {}

    /**
     * Limits of the usage charges of an account on a billing day; both must be exceeded.
     *
     * @param factor times the median of the days before
     * @param floorCny amount in CNY and other currencies
     * @param floorUsd amount in USD
     * @param historyDays billing days that are looked at
     * @param leastDays days rated above 0 that are needed
     */
    public record Account(
            @DefaultValue("10") int factor,
            @DefaultValue("1000") BigDecimal floorCny,
            @DefaultValue("150") BigDecimal floorUsd,
            @DefaultValue("14") int historyDays,
            @DefaultValue("7") int leastDays) {

        /** The floor by currency. */
        public Amounts floor() {
            return new Amounts(floorCny, floorUsd);
        }
    }

    /**
     * Limits of a night.
     *
     * @param belowShare per cent of the median day that adjustments below zero may reach
     * @param belowFloorCny amount of them that is needed, in CNY and other currencies
     * @param belowFloorUsd the same in USD
     * @param aboveShare per cent of the median day that adjustments above zero may reach
     * @param aboveFloorCny amount of them that is needed, in CNY and other currencies
     * @param aboveFloorUsd the same in USD
     * @param adjustedShare per cent of the charged workspace-days that may have an adjustment below zero
     * @param adjustedDays workspace-days below which nothing is said
     * @param usageFactor times the median day that usage charges may reach
     * @param usageFactorLarge the same where many accounts are charged
     * @param largeAccounts accounts that are many
     * @param usageFloorCny amount of usage charges that is needed, in CNY and other currencies
     * @param usageFloorUsd the same in USD
     * @param unusualShare per cent of the charged accounts that may be held as unusual
     * @param unusualAccounts accounts below which nothing is said
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

        /** The floor of adjustments below zero, by currency. */
        public Amounts belowFloor() {
            return new Amounts(belowFloorCny, belowFloorUsd);
        }

        /** The floor of adjustments above zero, by currency. */
        public Amounts aboveFloor() {
            return new Amounts(aboveFloorCny, aboveFloorUsd);
        }

        /** The floor of usage charges, by currency. */
        public Amounts usageFloor() {
            return new Amounts(usageFloorCny, usageFloorUsd);
        }
    }

    /**
     * Limits of what is only reported.
     *
     * @param recordShare per cent of an account's day that one record may make
     * @param recordFloorCny amount of such a day, in CNY and other currencies
     * @param recordFloorUsd the same in USD
     * @param priceFactor factor by which a price may differ from the book before
     */
    public record Report(
            @DefaultValue("50") int recordShare,
            @DefaultValue("1000") BigDecimal recordFloorCny,
            @DefaultValue("150") BigDecimal recordFloorUsd,
            @DefaultValue("3") int priceFactor) {

        /** The floor by currency. */
        public Amounts recordFloor() {
            return new Amounts(recordFloorCny, recordFloorUsd);
        }
    }
}
