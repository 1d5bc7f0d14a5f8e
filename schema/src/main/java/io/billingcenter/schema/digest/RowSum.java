package io.billingcenter.schema.digest;

import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The digest of rows that are too many to be sorted: the sum of their SHA-256 modulo 2^256. Sums can be added up, too. */
public final class RowSum {

    private static final int DIGEST_BYTES = 32;
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(Byte.SIZE * DIGEST_BYTES);

    private final String name;
    private BigInteger sum = BigInteger.ZERO;
    private long rows;

    /** Creates the sum of no rows of the table. */
    public RowSum(Table table) {
        this(table.name());
    }

    /** Creates the sum of no rows of the table of that name. */
    public RowSum(String tableName) {
        this.name = tableName;
    }

    /** Adds a row that is to be written. */
    public void add(TableRow row) {
        add(row.digestedCells());
    }

    /** Adds the current row of a query of that table. */
    public void add(Table table, ResultSet row) throws SQLException {
        add(table.digestedCells(row));
    }

    /** Adds a row. */
    public void add(@Nullable Object... cells) {
        add(new BigInteger(1, RowDigests.hash(cells)), 1);
    }

    /** Adds another sum by its {@link #parts()}. */
    public void addParts(String parts) {
        String[] words = parts.split(" ", -1);
        if (words.length == 3) {
            add(new BigInteger(words[2], 16), Long.parseLong(words[1]));
        }
    }

    /** Returns the number of rows that were added. */
    public long rows() {
        return rows;
    }

    /** Returns the name of the table, the number of rows and the sum; empty for no rows. */
    public String parts() {
        if (rows == 0) {
            return "";
        }
        byte[] bytes = new byte[DIGEST_BYTES];
        byte[] digits = sum.toByteArray();
        int length = Math.min(digits.length, DIGEST_BYTES);
        System.arraycopy(digits, digits.length - length, bytes, DIGEST_BYTES - length, length);
        return name + " " + rows + " " + HexFormat.of().formatHex(bytes);
    }

    private void add(BigInteger hash, long moreRows) {
        sum = sum.add(hash).mod(MODULUS);
        rows += moreRows;
    }
}
