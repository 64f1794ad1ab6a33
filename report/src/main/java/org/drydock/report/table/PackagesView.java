package org.drydock.report.table;

import java.util.List;
import org.drydock.inventory.Package;
import org.drydock.report.table.Grid.Column;

/** The packages alone: what an inventory shows. */
final class PackagesView {
    private final Page page;

    PackagesView(Page page) {
        this.page = page;
    }

    void print(List<Package> packages) {
        Grid grid = new Grid(
                page,
                0,
                List.of(
                        Column.of("PACKAGE", 10),
                        Column.of("VERSION", 8),
                        Column.of("TYPE", 4),
                        Column.of("WHERE", 8),
                        new Column("LICENCES", 16, Integer.MAX_VALUE, Column.Kind.IF_ROOM)));
        for (Package installed : packages) {
            String type = installed.type().word();
            grid.row(List.of(
                    new Cell(installed.name(), Ink.BOLD),
                    new Cell(installed.version(), Ink.PLAIN),
                    new Cell(type, Ink.DIM),
                    Place.cell(Place.of(type, installed.locations()), Ink.PLAIN),
                    new Cell(String.join(", ", installed.licenses()), Ink.DIM, Cell.Cut.END)));
        }
        grid.print();
    }
}
