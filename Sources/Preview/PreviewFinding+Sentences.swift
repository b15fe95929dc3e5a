import Diagnostics
import Language

extension PreviewFinding {
  public func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .portTaken(let port, let name, let process):
      Sentence(
        Self.taken(port, name, process, tongue),
        hint: tongue.pick(
          en: "end it, or choose another port: --port \(Self.next(port)), or --port 0 for any that is free",
          es: "ciérralo o elige otro puerto: --port \(Self.next(port)), o --port 0 para cualquiera libre"))
    case .unknownHost(let host):
      Sentence(
        tongue.pick(en: "nobody knows the host '\(host)'", es: "nadie conoce el host «\(host)»"),
        hint: tongue.pick(
          en: "give an address of this machine, such as --host 127.0.0.1",
          es: "indica una dirección de esta máquina, como --host 127.0.0.1"))
    case .cannotListen(let host, let port, let reason):
      Sentence(
        tongue.pick(
          en: "can't listen at \(host), port \(port): \(reason)",
          es: "no se puede escuchar en \(host), puerto \(port): \(reason)"),
        hint: tongue.pick(
          en: "choose an address of this machine and a port above 1023",
          es: "elige una dirección de esta máquina y un puerto mayor que 1023"))
    case .noLibrary(let reason):
      Sentence(
        tongue.pick(
          en: "the preview needs libmicrohttpd: \(reason)",
          es: "la vista previa necesita libmicrohttpd: \(reason)"),
        hint: tongue.pick(
          en: "install it: apt-get install libmicrohttpd12", es: "instálala: apt-get install libmicrohttpd12")
      )
    case .cannotStart(let reason):
      Sentence(
        tongue.pick(en: "the preview can't start: \(reason)", es: "la vista previa no arranca: \(reason)"))
    case .openToOthers(let host):
      Sentence(
        tongue.pick(
          en: "with --host \(host) other machines can read the preview, drafts included",
          es: "con --host \(host) otras máquinas pueden leer la vista previa, borradores incluidos"),
        hint: tongue.pick(
          en: "leave --host out when nobody else should look", es: "quita --host si nadie más debe mirar"))
    case .watchLimit:
      Sentence(
        tongue.pick(
          en: "the kernel watches no more folders: changes are looked for twice a second",
          es: "el núcleo no vigila más carpetas: los cambios se buscan dos veces por segundo"),
        hint: tongue.pick(
          en: "raise the limit: sysctl fs.inotify.max_user_watches=524288",
          es: "sube el límite: sysctl fs.inotify.max_user_watches=524288"))
    case .cannotWatch(let reason):
      Sentence(
        tongue.pick(
          en: "folders can't be watched (\(reason)): changes are looked for twice a second",
          es: "no se pueden vigilar las carpetas (\(reason)): los cambios se buscan dos veces por segundo"))
    case .updateFailed(let reason):
      Sentence(
        tongue.pick(
          en: "the site could not be read again: \(reason)", es: "no se pudo releer el sitio: \(reason)"),
        hint: tongue.pick(
          en: "the last good state goes on being shown; save again to try again",
          es: "se sigue mostrando el último estado bueno; guarda otra vez para reintentarlo"))
    case .noBrowser(let address):
      Sentence(
        tongue.pick(en: "no browser could be opened", es: "no se pudo abrir ningún navegador"),
        hint: tongue.pick(en: "open \(address) yourself", es: "abre tú \(address)"))
    }
  }

  private static func taken(_ port: Int, _ name: String?, _ process: Int?, _ tongue: Tongue) -> String {
    guard let name, let process else {
      return tongue.pick(en: "port \(port) is taken", es: "el puerto \(port) está ocupado")
    }
    return tongue.pick(
      en: "port \(port) is taken by '\(name)' (process \(process))",
      es: "el puerto \(port) lo tiene «\(name)» (proceso \(process))")
  }

  private static func next(_ port: Int) -> Int { port < 65_535 ? port + 1 : port - 1 }
}
