package org.drydock.report.table;

import java.util.List;
import org.drydock.report.Quantity;
import org.drydock.report.ScanReport.DataSource;
import org.drydock.report.table.Grid.Column;

/** The advisory data that was used, and how old it is. */
final class DataView {
    private final Page page;

    DataView(Page page) {
        this.page = page;
    }

    void print(List<DataSource> data) {
        page.blank();
        Grid grid = new Grid(
                page,
                0,
                List.of(
                        Column.of("DATA", 10),
                        Column.of("NEWEST", 10),
                        new Column("RECORDS", 7, Integer.MAX_VALUE, Column.Kind.RIGHT),
                        Column.of("FOR", 6)));
        for (DataSource source : data) {
            grid.row(List.of(
                    new Cell(source.source() + (source.starter() ? " (starter)" : ""), Ink.PLAIN),
                    new Cell(source.date().isEmpty() ? "not stated" : source.date(), Ink.PLAIN),
                    new Cell(Quantity.number(source.records()), Ink.PLAIN),
                    new Cell(String.join(", ", source.namespaces()), Ink.DIM, Cell.Cut.END)));
        }
        grid.print();
    }
}
