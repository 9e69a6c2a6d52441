import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QIcon, QImage, QPalette
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop import resources
from desktop.domain.people import Partner
from desktop.ui.theme import fonts
from desktop.ui.theme.look import THEME_CHOICES, Look, LookChoice, ThemeChoice
from desktop.ui.theme.stylesheet import dress
from desktop.ui.theme.tokens import load_tokens


def test_colours_follow_the_theme(look: Look, qtbot: QtBot) -> None:
    before = look.color("window")
    with qtbot.waitSignal(look.changed):
        look.choose(LookChoice(theme="dark"))
    assert look.theme == "dark"
    assert look.color("window") == QColor(load_tokens().themes["dark"]["window"])
    assert look.color("window") != before


def test_choosing_the_same_again_changes_nothing(look: Look, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(look.changed):
        look.choose(look.choice)


def test_an_unknown_role_is_an_error(look: Look) -> None:
    with pytest.raises(KeyError):
        look.color("mauve")


def test_the_system_decides_unless_something_is_chosen(qapp: QApplication) -> None:
    dark = qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark
    assert Look(LookChoice(theme="system")).theme == ("dark" if dark else "light")
    assert Look(LookChoice(theme="high-contrast")).theme == "high-contrast"


def test_partners_have_colours_of_their_own(look: Look) -> None:
    a, b = look.partner(Partner.A), look.partner(Partner.B)
    assert a.fill == look.color("partner-a")
    assert a.on == look.color("on-partner-a")
    assert b.ink == look.color("partner-b-ink")
    assert b.soft == look.color("partner-b-soft")


def test_a_family_that_nobody_told_of_is_shown_in_stone(look: Look) -> None:
    assert look.family("glad", 1)[0] == QColor("#f5c467")
    assert look.family("wistful", 1) == (look.color("sunken"), look.color("text"))


@pytest.mark.parametrize("theme", THEME_CHOICES)
def test_families_of_another_wheel_have_the_colours_of_the_usual_ones(
    look: Look, theme: ThemeChoice, qtbot: QtBot
) -> None:
    look.choose(LookChoice(theme=theme))
    usual = ("glad", "close", "calm", "drained", "sad", "afraid", "angry")
    with qtbot.waitSignal(look.changed):
        look.learn_families(("ebb", "flow"))
    look.learn_families(tuple(f"f{i}" for i in range(12)))
    with qtbot.assertNotEmitted(look.changed):
        look.learn_families(usual)
    for ring in (1, 2, 3):
        assert look.family("ebb", ring) == look.family("glad", ring)
        assert look.family("flow", ring) == look.family("close", ring)
        fills = [look.family(f"f{i}", ring)[0].name() for i in range(7)]
        assert fills == [look.family(each, ring)[0].name() for each in usual]
    assert look.family("own", 1) == (look.color("sunken"), look.color("text"))


@pytest.mark.parametrize(("asked", "given"), [(0.1, 0.8), (1.3, 1.3), (7.0, 2.0)])
def test_text_scale_keeps_within_its_bounds(look: Look, asked: float, given: float) -> None:
    look.choose(LookChoice(theme="light", text_scale=asked))
    assert look.text_scale == given


def test_fonts_grow_with_the_text_and_keep_fractions(look: Look) -> None:
    small = look.font("body")
    assert QFontInfo(small).family() == fonts.FAMILY
    assert fonts.font(15.5).pointSizeF() != fonts.font(15).pointSizeF()
    look.choose(LookChoice(theme="light", text_scale=2.0))
    assert look.font("body").pointSizeF() == pytest.approx(2 * small.pointSizeF())
    assert look.px(44) == 88


def test_the_stage_has_a_size_of_its_own(look: Look) -> None:
    usual = look.stage_font(58, 600, 1.5)
    look.choose(LookChoice(theme="light", text_scale=2.0))
    assert look.stage_font(58, 600, 1.5).pointSizeF() == usual.pointSizeF()
    assert QFontInfo(usual).pixelSize() == 87


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_each_weight_is_a_cut_of_the_typeface(look: Look, weight: int) -> None:
    info = QFontInfo(fonts.font(40, weight))
    assert (info.family(), info.weight()) == (fonts.FAMILY, weight)


def test_reduced_motion_leaves_short_fades(look: Look) -> None:
    assert look.duration(700) == 700
    look.choose(LookChoice(theme="light", reduced_motion=True))
    assert look.reduced_motion
    assert look.duration(700) == 120
    assert look.duration(90) == 90


@pytest.mark.parametrize("dpr", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_icons_have_a_pixel_for_each_of_the_screen(look: Look, dpr: float) -> None:
    pixmap = look.pixmap("house", "danger", 20, dpr)
    assert pixmap.size() == QSize(20, 20) * dpr
    assert pixmap.deviceIndependentSize().toSize() == QSize(20, 20)
    assert look.color("danger").rgb() in colors_of(pixmap.toImage())


def test_icons_are_faded_when_disabled(look: Look) -> None:
    icon = look.icon("lock", "text", 24)
    assert icon.actualSize(QSize(64, 64)) == QSize(24, 24)
    faded = icon.pixmap(QSize(24, 24), 2.0, QIcon.Mode.Disabled).toImage()
    assert look.color("text-muted").rgb() in colors_of(faded)
    assert look.color("text").rgb() not in colors_of(faded)


def test_an_icon_that_is_not_there_is_an_error(look: Look) -> None:
    with pytest.raises(FileNotFoundError):
        look.pixmap("unicorn", "text", 20, 1.0)


def test_all_icons_can_be_drawn_and_coloured(qapp: QApplication) -> None:
    files = sorted(resources.path("icons").glob("*.svg"))
    assert files
    for file in files:
        assert QSvgRenderer(str(file)).isValid(), file.name
        assert "currentColor" in file.read_text(encoding="utf-8"), file.name


def test_licences_are_shipped_with_fonts_and_icons() -> None:
    assert resources.path("icons", "LICENSE").is_file()
    assert resources.path("fonts", "atkinson-hyperlegible-next", "OFL.txt").is_file()


def test_the_application_wears_the_look(qapp: QApplication, qtbot: QtBot) -> None:
    look = Look(LookChoice(theme="dark"))
    dress(qapp, look)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    assert qapp.palette().color(QPalette.ColorRole.Window) == look.color("window")
    middle = field.grab().toImage().pixelColor(field.width() // 2, field.height() // 2)
    assert middle == look.color("raised")


def colors_of(image: QImage) -> set[int]:
    return {
        image.pixelColor(x, y).rgb()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


def test_another_size_of_text_dresses_each_widget_once(
    qapp: QApplication, qtbot: QtBot, look: Look
) -> None:
    class Dressed(QLineEdit):
        times = 0

        def changeEvent(self, event: QEvent, /) -> None:
            self.times += event.type() is QEvent.Type.StyleChange
            super().changeEvent(event)

    field = Dressed()
    qtbot.addWidget(field)
    field.show()
    field.times = 0

    look.choose(LookChoice(theme="light", text_scale=2.0))
    dress(qapp, look)

    assert field.times == 1
