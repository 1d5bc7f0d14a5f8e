/** Tables of settlement: the ledger of every wallet, the payments of bills, the states of accounts, and notices. */
@NullMarked
package io.billingcenter.schema.settlement;

import org.jspecify.annotations.NullMarked;
