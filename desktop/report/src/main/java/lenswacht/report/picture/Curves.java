package lenswacht.report.picture;

import java.util.ArrayList;
import java.util.List;

/// Lines that are not straight.
final class Curves {
  private static final double WAVE = 10;
  private static final double SWING = 2.5;
  private static final int STEPS = 8;
  private static final int BUMPS = 14;

  private Curves() {}

  /// A wave from one point to another.
  static List<Double> wave(double fromX, double fromY, double toX, double toY) {
    double length = Math.hypot(toX - fromX, toY - fromY);
    int waves = Math.max(1, (int) Math.round(length / WAVE));
    double dx = (toX - fromX) / Math.max(length, 1);
    double dy = (toY - fromY) / Math.max(length, 1);
    List<Double> points = new ArrayList<>();
    for (int step = 0; step <= waves * STEPS; step++) {
      double along = length * step / (waves * STEPS);
      double aside = SWING * Math.sin(Math.PI * 2 * step / STEPS);
      points.add(fromX + dx * along - dy * aside);
      points.add(fromY + dy * along + dx * aside);
    }
    return points;
  }

  /// A wave along several points.
  static List<Double> wave(List<Double> corners) {
    List<Double> points = new ArrayList<>();
    for (int i = 0; i + 3 < corners.size(); i += 2) {
      points.addAll(
          wave(corners.get(i), corners.get(i + 1), corners.get(i + 2), corners.get(i + 3)));
    }
    return points;
  }

  /// A circle.
  static List<Double> ring(double x, double y, double radius) {
    List<Double> points = new ArrayList<>();
    for (int step = 0; step <= 4 * STEPS; step++) {
      double angle = Math.PI * step / (2 * STEPS);
      points.add(x + radius * Math.cos(angle));
      points.add(y + radius * Math.sin(angle));
    }
    return points;
  }

  /// A cloud: bumps above and below, within a rectangle.
  static List<Double> cloud(double x, double y, double width, double height) {
    List<Double> points = new ArrayList<>();
    double bump = width / BUMPS;
    double high = 6;
    for (int i = 0; i < BUMPS; i++) {
      bow(points, x + i * bump, y + high, bump, -high);
    }
    for (int i = BUMPS; i > 0; i--) {
      bow(points, x + i * bump, y + height - high, -bump, high);
    }
    points.add(x);
    points.add(y + high);
    return points;
  }

  private static void bow(List<Double> points, double x, double y, double wide, double high) {
    for (int step = 0; step <= STEPS; step++) {
      double part = (double) step / STEPS;
      points.add(x + wide * part);
      points.add(y + high * Math.sin(Math.PI * part));
    }
  }
}
