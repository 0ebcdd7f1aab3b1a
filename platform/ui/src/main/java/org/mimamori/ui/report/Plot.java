package org.mimamori.ui.report;

/** The ground of a chart whose numbers go upwards: axes, lines across, names of the categories. */
final class Plot {

    /** How much of a category's place its bars take. */
    static final double FILLED = 0.72;

    private static final double HEIGHT = 320;
    private static final double TOP = 12;
    private static final double BOTTOM = 52;
    private static final double LEFT = 56;
    private static final double RIGHT = 12;
    private static final double NARROWEST = 14;
    private static final double LETTER = 7;

    private final ChartData data;
    private final Scale scale;
    private final double width;
    private final Drawing drawing;

    /** @param width of the picture; more where there are more categories than have room */
    Plot(ChartData data, int width, Scale scale) {
        this.data = data;
        this.scale = scale;
        this.width =
                Math.max(width, LEFT + RIGHT + NARROWEST * data.categories().size());
        this.drawing = new Drawing(this.width, HEIGHT);
    }

    Drawing drawing() {
        return drawing;
    }

    void axes() {
        for (double mark : scale.marks()) {
            drawing.line(LEFT, y(mark), width - RIGHT, y(mark), mark == 0 ? "mm-axis" : "mm-mark");
            drawing.text(LEFT - 8, y(mark) + 4, "mm-number", Scale.text(mark));
        }
        int every = (int) Math.ceil(4 * LETTER / step());
        int letters = (int) (step() * every / LETTER);
        for (int i = 0; i < data.categories().size(); i += every) {
            drawing.text(
                    middle(i),
                    HEIGHT - BOTTOM + 20 + (i / every % 2 == 0 || letters > 12 ? 0 : 17),
                    "mm-category",
                    Charts.clipped(data.categories().get(i), letters > 12 ? letters : letters * 2 - 1));
        }
    }

    /** The width of a category's place. */
    double step() {
        return (width - LEFT - RIGHT) / data.categories().size();
    }

    double middle(int category) {
        return LEFT + (category + 0.5) * step();
    }

    double y(double number) {
        return HEIGHT - BOTTOM - scale.at(number) * (HEIGHT - TOP - BOTTOM);
    }
}
