package dev.threadmill.archive.bench;

/** How large a figure is how often: its quantiles, and straight lines between them. */
final class Spread {

    private final double[] shares;
    private final double[] values;

    private Spread(double[] shares, double[] values) {
        this.shares = shares;
        this.values = values;
    }

    /**
     * A spread that rises through these points.
     *
     * @param points percentile and value in turn, from 0 to 100, rising
     */
    static Spread of(double... points) {
        double[] shares = new double[points.length / 2];
        double[] values = new double[points.length / 2];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = points[2 * i] / 100;
            values[i] = points[2 * i + 1];
        }
        if (shares[0] != 0 || shares[shares.length - 1] != 1) {
            throw new IllegalArgumentException("quantiles go from 0 to 100");
        }
        return new Spread(shares, values);
    }

    int at(double share) {
        int above = 1;
        while (shares[above] < share) {
            above++;
        }
        double part = (share - shares[above - 1]) / (shares[above] - shares[above - 1]);
        return (int) (values[above - 1] + part * (values[above] - values[above - 1]) + 0.5);
    }
}
