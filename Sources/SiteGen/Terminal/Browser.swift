import Preview
import Programs
import Workers

/// The user's browser.
enum Browser {
  #if canImport(Darwin)
    private static let command = "open"
  #else
    private static let command = "xdg-open"
  #endif
  /// What a desktop's programs find their screen by.
  private static let variables = [
    "BROWSER", "DBUS_SESSION_BUS_ADDRESS", "DESKTOP_SESSION", "DISPLAY", "LANG", "WAYLAND_DISPLAY",
    "XAUTHORITY",
    "XDG_CURRENT_DESKTOP", "XDG_DATA_DIRS", "XDG_RUNTIME_DIR", "XDG_SESSION_TYPE",
  ]

  /// Opens an address, without waiting for the browser; tells when none could be opened.
  static func open(_ address: String, refusing tell: @escaping @Sendable (PreviewFinding) -> Void) {
    var program = Program([command, address])
    program.inherits += variables
    let chosen = program
    do throws(Companion.Refused) {
      _ = try Companion {
        do throws(ProgramFailure) {
          if try !chosen.run().succeeded { tell(.noBrowser(address: address)) }
        } catch {
          tell(.noBrowser(address: address))
        }
      }
    } catch {
      tell(.noBrowser(address: address))
    }
  }
}
