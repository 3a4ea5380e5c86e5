package dev.threadmill.archive.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where the cells of one table lie (HTML Standard §4.9.12), so that what they span can be cut to
 * what is there: no two lie over each other, none reaches beyond its rows, and no column is there
 * only to be spanned. Asks for cells in their order; what they span is known at the table's end.
 */
final class TableShape {

    /** In columns beyond these nothing is spanned. */
    private static final int MOST_COLUMNS = 200;

    /** Columns in which some cell begins. */
    private final BitSet begun = new BitSet();

    /** Above which row each column is free again. */
    private final int[] takenTo = new int[MOST_COLUMNS];

    /** Cells of the group that reach into rows below theirs. */
    private final List<Cell> tall = new ArrayList<>();

    private int groups;
    private boolean grouped;
    private boolean captioned;
    private int row = -1;
    private int column;

    /** A cell: the columns that it lies in, its row in its group, and how many rows it takes. */
    final class Cell {
        private final int from;
        private final int to;
        private final int row;
        private int rows;

        private Cell(int from, int to, int row, int rows) {
            this.from = from;
            this.to = to;
            this.row = row;
            this.rows = rows;
        }

        boolean spans() {
            return to > from + 1 || rows > 1;
        }

        /** The attributes, when the table is at its end. */
        String attributes() {
            int columns = begun.get(from, to).cardinality();
            return (columns > 1 ? " colspan=\"" + columns + "\"" : "")
                    + (rows > 1 ? " rowspan=\"" + rows + "\"" : "");
        }
    }

    /** Whether a caption may stand here: one, before anything else. */
    boolean beginCaption() {
        boolean first = groups == 0 && !captioned;
        captioned = true;
        return first;
    }

    /** Begins a group of rows; returns its number. */
    int beginGroup() {
        endGroup();
        grouped = true;
        groups++;
        return groups;
    }

    /** Ends the group; rows that follow outside of any make one. */
    void endGroup() {
        for (Cell cell : tall) {
            cell.rows = Math.min(cell.rows, row + 1 - cell.row);
        }
        tall.clear();
        Arrays.fill(takenTo, 0);
        row = -1;
        grouped = false;
    }

    /** The tag of this group, which its table's end decides: only the last one can be a foot. */
    Supplier<String> foot() {
        int group = groups;
        return () -> group == groups ? "tfoot" : "tbody";
    }

    void beginRow() {
        if (!grouped) {
            beginGroup();
        }
        row++;
        column = 0;
    }

    boolean isRowEmpty() {
        return column == 0;
    }

    Cell cell(int columns, int rows) {
        while (column < MOST_COLUMNS && takenTo[column] > row) {
            column++;
        }
        int from = column;
        begun.set(from);
        column++;
        while (column < Math.min(from + columns, MOST_COLUMNS) && takenTo[column] <= row) {
            column++;
        }
        boolean beyond = from >= MOST_COLUMNS;
        Cell cell = new Cell(from, column, row, beyond ? 1 : rows);
        if (cell.rows > 1) {
            Arrays.fill(takenTo, from, column, row + rows);
            tall.add(cell);
        }
        return cell;
    }
}
