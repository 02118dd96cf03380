package lenswacht.agent.panel.virtual;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.WindowConstants;
import lenswacht.agent.panel.Key;
import lenswacht.agent.panel.KeyDelivery;
import lenswacht.agent.panel.KeySampler;
import lenswacht.agent.panel.Lamp;
import lenswacht.agent.panel.Panel;
import lenswacht.agent.panel.Shown;
import lenswacht.agent.panel.Tone;
import lenswacht.agent.panel.raster.Raster;

/// The panel in a window. Its three keys are pressed and held with the mouse, or with the keys L, M
/// and R of the keyboard. Nothing of it is loaded unless a window is asked for.
public final class WindowPanel implements Panel {
  private static final int POINT = 4;
  private static final int EDGE = 24;
  private static final int LAMP = 18;
  private static final int LAMPS = 48;
  private static final int BUTTON_WIDTH = 120;
  private static final int BUTTON_HEIGHT = 44;
  private static final int WINDOW_WIDTH = Raster.WIDTH * POINT + 2 * EDGE;
  private static final int DISPLAY_BOTTOM = LAMPS + Raster.HEIGHT * POINT;
  private static final int WINDOW_HEIGHT = DISPLAY_BOTTOM + BUTTON_HEIGHT + 2 * EDGE;
  private static final int LOOK_MILLIS = 20;
  private static final Color BOX = new Color(0x2b, 0x2f, 0x33);
  private static final Color OFF = new Color(0x10, 0x12, 0x14);
  private static final Color LIT = new Color(0xe8, 0xf4, 0xff);

  private final PanelDrawing drawing = new PanelDrawing();
  private final KeyDelivery delivery = new KeyDelivery();
  private final Set<Key.Name> down = EnumSet.noneOf(Key.Name.class);
  private final KeySampler sampler = new KeySampler(down::contains);
  private final JFrame frame;
  private final Timer timer;

  private WindowPanel(String title) {
    this.frame = new JFrame(title);
    Face face = new Face();
    this.timer =
        new Timer(
            LOOK_MILLIS,
            _ -> {
              sampler.sample(System.nanoTime()).forEach(delivery::deliver);
              if (!drawing.heard().isEmpty()) {
                frame.getToolkit().beep();
              }
              face.repaint();
            });
    frame.setContentPane(face);
    frame.setDefaultCloseOperation(WindowConstants.EXIT_ON_CLOSE);
    frame.setResizable(false);
    frame.pack();
    frame.setLocationByPlatform(true);
    frame.setVisible(true);
    timer.start();
  }

  /// Opens the window; empty where this computer has no display.
  ///
  /// @throws InterruptedException if this thread is interrupted meanwhile
  public static Optional<Panel> open(String title) throws InterruptedException {
    if (GraphicsEnvironment.isHeadless()) {
      return Optional.empty();
    }
    WindowPanel[] opened = new WindowPanel[1];
    try {
      SwingUtilities.invokeAndWait(() -> opened[0] = new WindowPanel(title));
    } catch (java.lang.reflect.InvocationTargetException failed) {
      throw new IllegalStateException("the window cannot be opened", failed.getCause());
    }
    return Optional.of(opened[0]);
  }

  @Override
  public void show(Shown shown) {
    drawing.show(shown);
  }

  @Override
  public void keys(Consumer<Key> listener) {
    delivery.to(listener);
  }

  @Override
  public void sound(Tone tone) {
    drawing.sound(tone.key());
  }

  @Override
  public void close() {
    SwingUtilities.invokeLater(
        () -> {
          timer.stop();
          frame.dispose();
        });
  }

  /// What is painted in the window. Lives on the thread of the window.
  private final class Face extends JComponent {
    private static final long serialVersionUID = 1;

    Face() {
      setPreferredSize(new Dimension(WINDOW_WIDTH, WINDOW_HEIGHT));
      setFocusable(true);
      addMouseListener(
          new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
              requestFocusInWindow();
              keyAt(event.getX(), event.getY()).ifPresent(down::add);
            }

            @Override
            public void mouseReleased(MouseEvent event) {
              down.clear();
            }
          });
      addKeyListener(
          new KeyAdapter() {
            @Override
            public void keyPressed(KeyEvent event) {
              keyOf(event).ifPresent(down::add);
            }

            @Override
            public void keyReleased(KeyEvent event) {
              keyOf(event).ifPresent(down::remove);
            }
          });
    }

    @Override
    protected void paintComponent(Graphics graphics) {
      Graphics2D pen = (Graphics2D) graphics.create();
      pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      pen.setColor(BOX);
      pen.fillRect(0, 0, getWidth(), getHeight());
      for (Lamp lamp : Lamp.values()) {
        pen.setColor(drawing.isLit(lamp) ? colour(lamp) : OFF);
        pen.fillOval(EDGE + lamp.ordinal() * 2 * LAMP, (LAMPS - LAMP) / 2, LAMP, LAMP);
      }
      pen.setColor(OFF);
      pen.fillRect(EDGE, LAMPS, Raster.WIDTH * POINT, Raster.HEIGHT * POINT);
      pen.setColor(LIT);
      Raster raster = drawing.raster();
      for (int y = 0; y < Raster.HEIGHT; y++) {
        for (int x = 0; x < Raster.WIDTH; x++) {
          if (raster.isLit(x, y)) {
            pen.fillRect(EDGE + x * POINT, LAMPS + y * POINT, POINT, POINT);
          }
        }
      }
      paintKeys(pen);
      pen.dispose();
    }

    private void paintKeys(Graphics2D pen) {
      pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, BUTTON_HEIGHT / 3));
      pen.setStroke(new BasicStroke(2));
      for (Key.Name key : Key.Name.values()) {
        pen.setColor(down.contains(key) ? Color.GRAY : OFF);
        pen.fillRoundRect(left(key), top(), BUTTON_WIDTH, BUTTON_HEIGHT, LAMP, LAMP);
        pen.setColor(Color.LIGHT_GRAY);
        pen.drawRoundRect(left(key), top(), BUTTON_WIDTH, BUTTON_HEIGHT, LAMP, LAMP);
        int width = pen.getFontMetrics().stringWidth(key.name());
        pen.drawString(
            key.name(), left(key) + (BUTTON_WIDTH - width) / 2, top() + BUTTON_HEIGHT * 2 / 3);
      }
    }

    private static int top() {
      return DISPLAY_BOTTOM + EDGE;
    }

    private static int left(Key.Name key) {
      return EDGE + key.ordinal() * (WINDOW_WIDTH - 2 * EDGE - BUTTON_WIDTH) / 2;
    }

    private static Optional<Key.Name> keyAt(int x, int y) {
      for (Key.Name key : Key.Name.values()) {
        if (y >= top() && x >= left(key) && x < left(key) + BUTTON_WIDTH) {
          return Optional.of(key);
        }
      }
      return Optional.empty();
    }

    private static Optional<Key.Name> keyOf(KeyEvent event) {
      return switch (event.getKeyCode()) {
        case KeyEvent.VK_L, KeyEvent.VK_LEFT -> Optional.of(Key.Name.L);
        case KeyEvent.VK_M, KeyEvent.VK_DOWN -> Optional.of(Key.Name.M);
        case KeyEvent.VK_R, KeyEvent.VK_RIGHT -> Optional.of(Key.Name.R);
        default -> Optional.empty();
      };
    }

    private static Color colour(Lamp lamp) {
      return switch (lamp) {
        case RED -> new Color(0xff, 0x30, 0x30);
        case AMBER -> new Color(0xff, 0xb0, 0x20);
        case GREEN -> new Color(0x40, 0xe0, 0x60);
      };
    }
  }
}
