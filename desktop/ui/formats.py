"""Dates, times and durations in the user's language. Wall times are ms since 1970, UTC."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale


class Formats:
    """Writes dates and times as a locale does."""

    def __init__(self, locale: QLocale | None = None) -> None:
        self._locale = locale or QLocale()

    def day(self, wall: int) -> str:
        """Such as "Monday, 23 November 2026"."""
        return self._locale.toString(_local(wall).date(), QLocale.FormatType.LongFormat)

    def short_day(self, wall: int) -> str:
        """Such as "Thu 19 Nov"."""
        return self._locale.toString(_local(wall).date(), "ddd d MMM")

    def short_date(self, wall: int) -> str:
        """Such as "19/11/2026"."""
        return self._locale.toString(_local(wall).date(), QLocale.FormatType.ShortFormat)

    def day_month(self, wall: int) -> str:
        """Such as "Thursday 19 November"."""
        return self._locale.toString(_local(wall).date(), "dddd d MMMM")

    def clock(self, wall: int) -> str:
        """Such as "14:05"."""
        return self._locale.toString(_local(wall).time(), QLocale.FormatType.ShortFormat)

    def moment(self, wall: int) -> str:
        """A day with its time, such as "Monday, 23 November 2026, 14:05"."""
        return QCoreApplication.translate("Formats", "{day}, {time}").format(
            day=self.day(wall), time=self.clock(wall)
        )

    def size(self, count: int) -> str:
        """A number of bytes, such as "4.2 MB"."""
        return self._locale.formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)

    def date(self, iso: str) -> str:
        """An ISO date, such as "23 November 2026"."""
        moment = QDateTime.fromString(iso, "yyyy-MM-dd")
        return self._locale.toString(moment.date(), "d MMMM yyyy")

    def minutes_seconds(self, milliseconds: int) -> str:
        """Such as "3:10"."""
        seconds = round(milliseconds / 1000)
        return f"{seconds // 60}:{seconds % 60:02d}"

    def minutes(self, milliseconds: int) -> str:
        """Such as "38 minutes"; less than a minute counts as one."""
        count = max(1, round(milliseconds / 60_000))
        if count == 1:
            return QCoreApplication.translate("Formats", "1 minute")
        return QCoreApplication.translate("Formats", "{count} minutes").format(count=count)


def _local(wall: int) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(wall)
