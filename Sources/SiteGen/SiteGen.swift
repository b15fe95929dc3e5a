import Diagnostics
import Language

/// The program: parses the command line, calls, prints.
@main
struct SiteGen {
  static func main() {
    print("sitegen")
  }
}
